import { useEffect, useRef } from 'react';
import type { Change } from './follow-changes.ts';

type Listener = (changes: readonly Change[] | 'everything') => void;

const listeners = new Set<Listener>();

/** Tells everything on the page what changed; 'everything' after an interruption. */
export function announceChanges(changes: readonly Change[] | 'everything'): void {
  for (const listener of listeners) listener(changes);
}

/** Hears of every change until the returned function is called. */
export function onChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls `refresh` when a record of one of the kinds has changed. */
export function useChanges(kinds: readonly string[], refresh: () => void): void {
  const latest = useRef({ kinds, refresh });
  useEffect(() => {
    latest.current = { kinds, refresh };
  });
  useEffect(
    () =>
      onChanges((changes) => {
        if (concerns(changes, latest.current.kinds)) latest.current.refresh();
      }),
    [],
  );
}

/** Whether something that shows these kinds of record must be read anew. */
export function concerns(
  changes: readonly Change[] | 'everything',
  kinds: readonly string[] | undefined,
): boolean {
  if (changes === 'everything' || kinds === undefined) return true;
  return changes.some(({ kind }) => kinds.includes(kind));
}
