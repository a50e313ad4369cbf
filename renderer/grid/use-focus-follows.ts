import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { GridApi } from 'ag-grid-community';

/**
 * When an act shows the next record, or the rows move under the focus, the focus of the rows goes along with the record
 * that is shown, so that the next arrow key leads to its neighbour. `isLeaving` says that the person is just going on.
 */
export function useFocusFollows<Row>(
  api: GridApi<Row> | null,
  list: RefObject<HTMLElement | null>,
  selected: string | undefined,
  isLeaving: () => boolean,
): void {
  useEffect(() => {
    if (!api || selected === undefined) return;
    const follow = () => {
      // Whoever types beside the list keeps the cursor there.
      if (api.isDestroyed() || isLeaving() || !list.current?.contains(document.activeElement)) return;
      const focused = api.getFocusedCell();
      const wanted = api.getRowNode(selected)?.rowIndex;
      if (!focused || typeof wanted !== 'number' || focused.rowIndex === wanted) return;
      api.ensureIndexVisible(wanted);
      api.setFocusedCell(wanted, focused.column);
    };
    follow();
    api.addEventListener('modelUpdated', follow);
    return () => {
      if (!api.isDestroyed()) api.removeEventListener('modelUpdated', follow);
    };
  }, [api, list, selected, isLeaving]);
}
