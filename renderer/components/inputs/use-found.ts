import { useEffect, useRef, useState } from 'react';

/** How long the person must pause before a search goes out. */
const pauseMs = 120;

/** What a search has found for a text. */
export interface Found<Item> {
  readonly text: string;
  readonly items: readonly Item[];
}

/** Searches while the person types; answers that come late to an earlier text are thrown away. Empty text finds nothing. */
export function useFound<Item>(
  text: string,
  search: (text: string, signal: AbortSignal) => Promise<readonly Item[]>,
): Found<Item> {
  const [found, setFound] = useState<Found<Item>>({ text: '', items: [] });
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (text === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      latest.current(text, stop.signal).then(
        (items) => {
          if (!stop.signal.aborted) setFound({ text, items });
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
  return text === '' ? { text: '', items: [] } : found;
}
