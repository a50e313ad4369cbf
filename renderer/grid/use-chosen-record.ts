import type { PlacedKind } from '#shared/nouns/index.ts';
import { useOpen, useWhereabouts } from '../app/navigate.ts';
import { pathOfRecord } from '../app/record-paths.ts';

interface RecordRow {
  readonly id: string;
}

/**
 * A list of the records of a kind, one of which stands in the path as `<kind>Id`: `rows` goes into the DataGrid, so that
 * the focus shows a record beside the list and Enter goes into it. `behind` is kept behind the path: '?customerId=…'.
 */
export function useChosenRecord(kind: PlacedKind, behind = '') {
  const open = useOpen();
  const chosenId = useWhereabouts().names[`${kind}Id`];
  const pathOf = (row: RecordRow) => pathOfRecord(kind, row.id) + behind;
  return {
    chosenId,
    rows: {
      rowKey: (row: RecordRow) => row.id,
      selected: chosenId,
      onSelect: (row: RecordRow) => open(pathOf(row), { replace: true }),
      onOpen: (row: RecordRow) => open(pathOf(row)),
    },
  };
}
