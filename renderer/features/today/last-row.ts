import { useEffect, type RefObject } from 'react';
import { isNobodys } from '../../app/keyboard/focus-keeper.ts';

let opened: string | undefined;

/** Notes which row is opened, so that whoever comes back goes on there. */
export function noteOpened(row: string): void {
  opened = row;
}

/** Puts the focus on the row that was opened last, once, when the cards are there and nothing else has the focus. */
export function useReturnToRow(place: RefObject<HTMLElement | null>, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || opened === undefined) return;
    // The columns know only now how many rows they have room for.
    const frame = requestAnimationFrame(() => {
      const rows = place.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [];
      const row = [...rows].find((one) => one.dataset['row'] === opened);
      opened = undefined;
      if (row && isNobodys(document)) row.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [place, isReady]);
}
