import { useCallback, useState } from 'react';
import { fitting } from '../app/drafts/fitting.ts';
import { useOpen } from '../app/navigate.ts';
import { recall, remember } from '../app/memory.ts';
import { usePerson } from '../app/session/session.ts';

/** The values that a choice may have; for a choice with fields, the values of those fields that have a fixed set. */
export type Offered<Value> = [Value] extends [object]
  ? { readonly [Name in keyof Value]?: readonly Value[Name][] }
  : readonly Value[];

/**
 * A choice of the person that outlives the screen: the filters of a list, a tab. A choice that an older program kept and
 * that is not `offered` any more falls back to `initial`.
 */
export function useRemembered<Value>(
  name: string,
  initial: Value,
  offered?: Offered<Value>,
): readonly [Value, (next: Value) => void] {
  const { personId } = usePerson();
  const key = keyOf(personId, name);
  const [value, setValue] = useState<Value>(() => fittingChoice(initial, recall(key), offered));
  const choose = useCallback(
    (next: Value) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, choose];
}

/** What is left of a remembered choice in this version of the program. */
export function fittingChoice<Value>(initial: Value, known: unknown, offered?: Offered<Value>): Value {
  // The same field with a name makes one rule of both kinds of choice.
  const isWhole = typeof initial === 'object' && initial !== null;
  const before: object = isWhole ? initial : { choice: initial };
  const sets = new Map<string, unknown>(Object.entries(isWhole ? (offered ?? {}) : { choice: offered }));
  const fitted = Object.entries(fitting(before, isWhole ? known : { choice: known ?? undefined })).map(
    ([name, value], index) => {
      const set = sets.get(name);
      const isOffered = !Array.isArray(set) || value === null || set.includes(value);
      return [name, isOffered ? value : Object.values(before)[index]];
    },
  );
  const choice = Object.fromEntries(fitted);
  // `fitting` keeps the name and the kind of every field of `initial`.
  return (isWhole ? choice : choice['choice']) as Value;
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
