import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { GridApi } from 'ag-grid-community';

/**
 * When the row that had the focus was the last one and vanishes, the grid gives the focus to a head of a column. Nobody
 * wanted to go there: the list as a whole takes it, from where Tab and the arrows go on.
 */
export function useFocusWhenEmptied<Row>(
  api: GridApi<Row> | null,
  list: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const place = list.current;
    if (!api || !place) return;
    let wasInRows = false;
    const watch = ({ target }: FocusEvent) => {
      const isHead = target instanceof Element && target.closest('.ag-header') !== null;
      const isEmptied = !api.isDestroyed() && api.getDisplayedRowCount() === 0;
      if (isHead && wasInRows && isEmptied) place.focus({ preventScroll: true });
      wasInRows = target instanceof Element && target.closest('.ag-row') !== null;
    };
    place.addEventListener('focusin', watch);
    return () => place.removeEventListener('focusin', watch);
  }, [api, list]);
}
