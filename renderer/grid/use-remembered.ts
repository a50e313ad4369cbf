import { useCallback, useState } from 'react';
import { recall, remember } from '../app/memory.ts';
import { usePerson } from '../app/session/session.ts';

/** A choice of the person that outlives the screen: the filters of a list, a tab. */
export function useRemembered<Value>(name: string, initial: Value): readonly [Value, (next: Value) => void] {
  const { personId } = usePerson();
  const key = `choice/${personId}/${name}`;
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
