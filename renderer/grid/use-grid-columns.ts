import { useCallback, useMemo, useState } from 'react';
import type { GridApi } from 'ag-grid-community';
import type { Text } from '../app/text.ts';
import { gridColumn } from './columns.tsx';
import type { Column } from './columns.tsx';
import type { ChosenColumn } from './list-bar.tsx';
import { rememberColumns, rememberedColumns } from './list-memory.ts';
import type { ListOrder } from './use-grid-rows.ts';

/** The columns of a list, and what the person has chosen of them. */
export function useGridColumns<Row, Sort extends string>(
  api: GridApi<Row> | null,
  list: { readonly name: string; readonly personId: string },
  columns: readonly Column<Row, Sort>[],
  order: ListOrder<Sort>,
  t: Text,
) {
  const { name, personId } = list;
  const { by, descending } = order;
  const definitions = useMemo(
    () => columns.map((column) => gridColumn(column, t, { by, descending })),
    [columns, t, by, descending],
  );
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());

  const note = useCallback(
    (grid: GridApi<Row>) =>
      setShown(new Set(grid.getAllDisplayedColumns().map((column) => column.getColId()))),
    [],
  );
  const restore = useCallback(
    (grid: GridApi<Row>) => {
      const known = rememberedColumns(personId, name);
      if (known) grid.applyColumnState({ state: [...known], applyOrder: true });
      note(grid);
    },
    [personId, name, note],
  );
  const keep = useCallback(
    (grid: GridApi<Row>) => {
      rememberColumns(personId, name, grid.getColumnState());
      note(grid);
    },
    [personId, name, note],
  );

  const chosen: readonly ChosenColumn[] = columns.map(({ key, label }) => ({
    key,
    label,
    isShown: shown.has(key),
  }));
  return {
    definitions,
    chosen,
    restore,
    keep,
    show: (key: string, isShown: boolean) => api?.setColumnsVisible([key], isShown),
    reset: () => {
      if (!api) return;
      api.resetColumnState();
      rememberColumns(personId, name, undefined);
      note(api);
    },
  };
}
