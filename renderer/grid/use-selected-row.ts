import { useEffect, useState } from 'react';
import type { GridApi } from 'ag-grid-community';

/**
 * Marks the row whose record is shown beside the list, also when it is loaded later; where the boxes of a row are ticked
 * nothing is marked. Says whether the list has such a row.
 */
export function useSelectedRow<Row>(
  api: GridApi<Row> | null,
  selected: string | undefined,
  marks: boolean,
): boolean {
  const [isThere, setIsThere] = useState(true);
  useEffect(() => {
    if (!api) return;
    const mark = () => {
      if (api.isDestroyed()) return;
      const node = selected === undefined ? undefined : api.getRowNode(selected);
      setIsThere(node !== undefined);
      if (!marks) return;
      if (node) node.setSelected(true, true, 'api');
      else api.deselectAll('all', 'api');
    };
    mark();
    api.addEventListener('modelUpdated', mark);
    return () => {
      if (!api.isDestroyed()) api.removeEventListener('modelUpdated', mark);
    };
  }, [api, selected, marks]);
  return isThere;
}
