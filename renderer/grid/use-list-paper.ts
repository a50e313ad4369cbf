import type { GridApi } from 'ag-grid-community';
import { useMay } from '../app/session/session.ts';
import { useText } from '../app/text.ts';
import { showPaper } from '../components/paper/show-paper.ts';
import { useService } from '../service/service-context.tsx';
import type { Column } from './columns.tsx';
import type { AskForPage } from './keyset-source.ts';
import { cut, listOnPaper, readForPaper } from './list-on-paper.ts';
import type { ShownColumn } from './list-on-paper.ts';
import type { ListOrder } from './use-grid-rows.ts';
import { usePreparing } from './use-preparing.ts';
import type { Preparing } from './use-preparing.ts';

interface ListToPrint<Row, Sort extends string> {
  readonly name: string;
  readonly title: string;
  /** What the list is filtered by, in words; what is empty is left out. */
  readonly filters: readonly string[];
  readonly columns: readonly Column<Row, Sort>[];
  /** Makes the paper where it is not the rows of the list alone. */
  readonly makePaper: ((options: { readonly signal: AbortSignal }) => Promise<File>) | undefined;
  readonly ask: (signal: AbortSignal) => AskForPage<Row>;
  /** The order of the list now. */
  readonly orderNow: () => ListOrder<Sort>;
}

/** Lays the list on the desk as a paper, as it is filtered, ordered and shown now; undefined for those who may not print. */
export function useListPaper<Row, Sort extends string>(
  api: GridApi<Row> | null,
  list: ListToPrint<Row, Sort>,
): Preparing | undefined {
  const t = useText();
  const may = useMay();
  const service = useService();
  const makeOfRows = async (grid: GridApi<Row>, signal: AbortSignal) => {
    const shown = shownColumns(grid, list.columns);
    const order = list.orderNow();
    const { rows, isCut, onlyNewest, isUnfinished } = await readForPaper(list.ask(signal));
    const filters = [
      ...list.filters,
      onlyNewest === undefined ? '' : t('grid.onlyNewest', { count: onlyNewest }),
      isUnfinished ? t('common.searchUnfinished') : '',
    ];
    signal.throwIfAborted();
    return service.papers.list.call(
      {
        list: list.name,
        title: cut(list.title, 60),
        filter: cut(filters.filter((one) => one !== '').join(t('grid.filterSeparator')), 300),
        order: orderText(order),
        isCut,
        ...listOnPaper(shown, rows, t),
        language: t.language,
      },
      { signal },
    );
  };
  const orderText = ({ by, descending }: ListOrder<Sort>): string => {
    const column = list.columns.find((one) => one.sort === by);
    return column ? t(descending ? 'grid.falling' : 'grid.rising', { column: t(column.label) }) : '';
  };
  const preparing = usePreparing(async (signal) => {
    if (!api) return;
    const file = await (list.makePaper ? list.makePaper({ signal }) : makeOfRows(api, signal));
    signal.throwIfAborted();
    showPaper({ kind: 'file', file, name: list.title });
  });
  return may('papers.print') ? preparing : undefined;
}

function shownColumns<Row>(grid: GridApi<Row>, columns: readonly Column<Row>[]): readonly ShownColumn<Row>[] {
  return grid.getAllDisplayedColumns().flatMap((shown) => {
    // The boxes to tick are a column of the grid's own.
    const column = columns.find(({ key }) => key === shown.getColId());
    return column ? [{ column, widthPx: shown.getActualWidth() }] : [];
  });
}
