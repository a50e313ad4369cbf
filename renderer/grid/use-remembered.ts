import { useCallback, useState } from 'react';
import { useOpen } from '../app/navigate.ts';
import { recall, remember } from '../app/memory.ts';
import { usePerson } from '../app/session/session.ts';

/** A choice of the person that outlives the screen: the filters of a list, a tab. */
export function useRemembered<Value>(name: string, initial: Value): readonly [Value, (next: Value) => void] {
  const { personId } = usePerson();
  const key = keyOf(personId, name);
  const [value, setValue] = useState<Value>(() => {
    const known = recall(key);
    // Only this hook writes under the key; a choice of another shape is from an older program.
    return typeof known === typeof initial && known !== null ? (known as Value) : initial;
  });
  const choose = useCallback(
    (next: Value) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, choose];
}

/** Opens a screen with these choices made, as if the person had made them there: names and values of `useRemembered`. */
export function useOpenWith(): (path: string, choices: Readonly<Record<string, unknown>>) => void {
  const { personId } = usePerson();
  const open = useOpen();
  return (path, choices) => {
    for (const [name, value] of Object.entries(choices)) remember(keyOf(personId, name), value);
    open(path);
  };
}

function keyOf(personId: string, name: string): string {
  return `choice/${personId}/${name}`;
}
