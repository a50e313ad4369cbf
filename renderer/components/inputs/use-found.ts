import { useEffect, useRef, useState } from 'react';

/** How long the person must pause before a search goes out. */
const pauseMs = 120;

/** What a search has found for a text. */
export interface Found<Item> {
  readonly text: string;
  readonly items: readonly Item[];
  /** Whether it stopped before it had looked at everything. */
  readonly isUnfinished: boolean;
}

/** What a search answers: the service says whether it looked at everything, choices at hand always do. */
export type FoundAnswer<Item> =
  | readonly Item[]
  | { readonly rows: readonly Item[]; readonly isUnfinished: boolean };

const nothing = { text: '', items: [], isUnfinished: false } as const;

/** Searches while the person types; answers that come late to an earlier text are thrown away. Empty text finds nothing. */
export function useFound<Item>(
  text: string,
  search: (text: string, signal: AbortSignal) => Promise<FoundAnswer<Item>>,
): Found<Item> {
  const [found, setFound] = useState<Found<Item>>(nothing);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (text === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      latest.current(text, stop.signal).then(
        (answer) => {
          if (!stop.signal.aborted) setFound({ text, ...itemsOf(answer) });
        },
        // The connection says for itself that it is lost; the next key searches again.
        () => {},
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return text === '' ? nothing : found;
}

function itemsOf<Item>(answer: FoundAnswer<Item>): Omit<Found<Item>, 'text'> {
  return 'rows' in answer
    ? { items: answer.rows, isUnfinished: answer.isUnfinished }
    : { items: answer, isUnfinished: false };
}
