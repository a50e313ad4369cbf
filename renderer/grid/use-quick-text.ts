import { useEffect, useState } from 'react';

/** How long the person must pause before the list is filtered. */
const pauseMs = 200;

/** The quick filter: as it is typed, and as it filters. */
export interface QuickText {
  readonly typed: string;
  /** Trimmed; follows `typed` after a pause. */
  readonly settled: string;
  readonly type: (text: string) => void;
}

/** Waits for a pause in the typing before the list is filtered; emptying it works at once. */
export function useQuickText(): QuickText {
  const [typed, type] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const next = typed.trim();
    const timer = setTimeout(() => setSettled(next), next === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, settled, type };
}
