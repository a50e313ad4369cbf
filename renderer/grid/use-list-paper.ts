import { useState } from 'react';
import { App } from 'antd';
import type { GridApi } from 'ag-grid-community';
import { useMay } from '../app/session/session.ts';
import { useText } from '../app/text.ts';
import { showPaper } from '../components/paper/show-paper.ts';
import { sentenceOf } from '../components/trouble-banner.tsx';
import { useService } from '../service/service-context.tsx';
import { troubleOf } from '../service/trouble.ts';
import type { Column } from './columns.tsx';
import type { AskForPage } from './keyset-source.ts';
import { cut, listOnPaper, readForPaper } from './list-on-paper.ts';
import type { ShownColumn } from './list-on-paper.ts';
import type { ListOrder } from './use-grid-rows.ts';

interface ListToPrint<Row, Sort extends string> {
  readonly name: string;
  readonly title: string;
  /** What the list is filtered by, in words; what is empty is left out. */
  readonly filters: readonly string[];
  readonly columns: readonly Column<Row, Sort>[];
  readonly ask: AskForPage<Row>;
  /** The order of the list now. */
  readonly orderNow: () => ListOrder<Sort>;
}

/** How a list is laid on the desk as a paper. */
export interface ListPaperAct {
  readonly print: () => void;
  readonly isPending: boolean;
}

/** Lays the list on the desk as a paper, as it is filtered, ordered and shown now; undefined for those who may not print. */
export function useListPaper<Row, Sort extends string>(
  api: GridApi<Row> | null,
  list: ListToPrint<Row, Sort>,
): ListPaperAct | undefined {
  const t = useText();
  const may = useMay();
  const service = useService();
  const { message } = App.useApp();
  const [isPending, setIsPending] = useState(false);
  if (!may('papers.print')) return undefined;

  const make = async (grid: GridApi<Row>) => {
    const shown = shownColumns(grid, list.columns);
    const order = list.orderNow();
    const { rows, isCut, onlyNewest, isUnfinished } = await readForPaper(list.ask);
    const filters = [
      ...list.filters,
      onlyNewest === undefined ? '' : t('grid.onlyNewest', { count: onlyNewest }),
      isUnfinished ? t('common.searchUnfinished') : '',
    ];
    const file = await service.papers.list.call({
      list: list.name,
      title: cut(list.title, 60),
      filter: cut(filters.filter((one) => one !== '').join(t('grid.filterSeparator')), 300),
      order: orderText(order),
      isCut,
      ...listOnPaper(shown, rows, t),
      language: t.language,
    });
    showPaper({ kind: 'file', file, name: list.title });
  };
  const orderText = ({ by, descending }: ListOrder<Sort>): string => {
    const column = list.columns.find((one) => one.sort === by);
    return column ? t(descending ? 'grid.falling' : 'grid.rising', { column: t(column.label) }) : '';
  };
  const print = async () => {
    if (!api || isPending) return;
    setIsPending(true);
    try {
      await make(api);
    } catch (error) {
      void message.error(sentenceOf(troubleOf(error), t));
    } finally {
      setIsPending(false);
    }
  };
  return { print: () => void print(), isPending };
}

function shownColumns<Row>(grid: GridApi<Row>, columns: readonly Column<Row>[]): readonly ShownColumn<Row>[] {
  return grid.getAllDisplayedColumns().flatMap((shown) => {
    // The boxes to tick are a column of the grid's own.
    const column = columns.find(({ key }) => key === shown.getColId());
    return column ? [{ column, widthPx: shown.getActualWidth() }] : [];
  });
}
