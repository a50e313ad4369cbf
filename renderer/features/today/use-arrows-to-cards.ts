import { useEffect, type RefObject } from 'react';
import { isNobodys } from '../../app/keyboard/focus-keeper.ts';
import { isComposing } from '../../app/keyboard/keys.ts';

/** From wherever nothing has the focus, Down goes to the first row: of the card whose title stands in, else of the page. */
export function useArrowsToCards(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || event.defaultPrevented || isComposing(event)) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !isNobodys(document)) return;
      const titled = place.current?.contains(document.activeElement)
        ? document.activeElement?.closest('.card')
        : undefined;
      const row = (titled ?? place.current)?.querySelector<HTMLElement>('tr[data-opens]');
      if (!row) return;
      event.preventDefault();
      row.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place]);
}
