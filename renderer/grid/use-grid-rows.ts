import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GridApi, IDatasource, SortModelItem } from 'ag-grid-community';
import type { Page } from '#shared/contract/lists.ts';
import { useChanges } from '../service/changes.ts';
import { KeysetSource } from './keyset-source.ts';
import type { AskForPage } from './keyset-source.ts';

/** Rows asked for at once. */
export const blockSize = 100;

/** How long changes are gathered before the list is read anew. */
const gatherMs = 250;

/** The list of a contract module, as `service.customers.list`. */
export interface ListQuestion<Filter, Sort extends string, Row> {
  readonly call: (
    input: {
      filter: Filter;
      sort: { by: Sort; descending: boolean };
      after?: string | undefined;
      limit: number;
    },
    options: { signal: AbortSignal },
  ) => Promise<Page<Row>>;
}

/** The order of a list. */
export interface ListOrder<Sort extends string> {
  readonly by: Sort;
  readonly descending: boolean;
}

interface GridRowsOptions<Filter, Sort extends string, Row> {
  readonly source: ListQuestion<Filter, Sort, Row>;
  readonly filter: Filter;
  /** The order while nobody has chosen a column's. */
  readonly order: ListOrder<Sort>;
  /** The sort of the contract that a column stands for. */
  readonly sortOfColumn: (columnKey: string) => Sort | undefined;
  readonly shows: readonly string[];
}

/** How far a list is read. */
export interface RowsRead {
  readonly count: number;
  readonly isAll: boolean;
  /** Set where a text is found more often than the list looks at: how many of the newest it does. */
  readonly onlyNewest: number | undefined;
  readonly isUnfinished: boolean;
}

/** Feeds a grid from the service: a new source for a new filter or order, read anew in its place when something changes. */
export function useGridRows<Filter, Sort extends string, Row>(
  api: GridApi<Row> | null,
  { source, filter, order, sortOfColumn, shows }: GridRowsOptions<Filter, Sort, Row>,
) {
  const [read, setRead] = useState<RowsRead>();
  const [error, setError] = useState<unknown>();
  const wanted = useSame(filter);
  const latest = useRef({ source, order, sortOfColumn });
  useEffect(() => {
    latest.current = { source, order, sortOfColumn };
  });

  const feed = useMemo(() => {
    if (!api) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const bySort = new Map<string, KeysetSource<Row>>();
    const sourceFor = (sortModel: SortModelItem[]) => {
      const sort = orderOf(sortModel[0], latest.current);
      const name = JSON.stringify(sort);
      const known = bySort.get(name);
      if (known) return known;
      const made = new KeysetSource<Row>((after, limit) => {
        const input = { filter: wanted, sort, limit, ...(after === undefined ? {} : { after }) };
        return latest.current.source.call(input, { signal });
      }, blockSize);
      // Another order begins at the beginning; the one before is not gone back to.
      bySort.clear();
      bySort.set(name, made);
      return made;
    };
    const datasource: IDatasource = {
      getRows: ({ startRow, sortModel, successCallback, failCallback }) => {
        sourceFor(sortModel)
          .block(startRow)
          .then(
            ({ rows, length, onlyNewest, isUnfinished }) => {
              if (signal.aborted) return;
              setError(undefined);
              lengthen(api, startRow, length);
              successCallback([...rows], length);
              setRead((before) => ({
                count: length ?? Math.max(startRow + rows.length, before?.isAll ? 0 : (before?.count ?? 0)),
                isAll:
                  length !== undefined || (before?.isAll === true && startRow + rows.length < before.count),
                onlyNewest,
                isUnfinished: isUnfinished === true,
              }));
            },
            (failure: unknown) => {
              failCallback();
              if (!signal.aborted) setError(failure);
            },
          );
      },
    };
    return { stop, datasource };
  }, [api, wanted]);

  useEffect(() => {
    if (!api || !feed) return;
    setRead(undefined);
    api.setGridOption('datasource', feed.datasource);
    return () => feed.stop.abort();
  }, [api, feed]);

  const refresh = useCallback(() => {
    if (!api || api.isDestroyed()) return;
    setError(undefined);
    api.refreshInfiniteCache();
  }, [api]);
  useChanges(shows, useGathered(refresh));

  const orderNow = (): ListOrder<Sort> => {
    const sorted = api?.getColumnState().find((column) => column.sort);
    return orderOf(sorted?.sort ? { colId: sorted.colId, sort: sorted.sort } : undefined, {
      order,
      sortOfColumn,
    });
  };
  const ask =
    (signal: AbortSignal): AskForPage<Row> =>
    (after, limit) => {
      const input = { filter: wanted, sort: orderNow(), limit, ...(after === undefined ? {} : { after }) };
      return source.call(input, { signal });
    };
  return { read, error, refresh, orderNow, ask };
}

/** The order a person has chosen by a column, else the usual one. */
function orderOf<Sort extends string>(
  chosen: SortModelItem | undefined,
  { order, sortOfColumn }: Pick<GridRowsOptions<unknown, Sort, unknown>, 'order' | 'sortOfColumn'>,
): ListOrder<Sort> {
  const by = chosen && sortOfColumn(chosen.colId);
  return by === undefined ? order : { by, descending: chosen?.sort === 'desc' };
}

/** The grid does not believe that a list whose end it has seen has grown, unless it is told. */
function lengthen(api: GridApi, startRow: number, length: number | undefined): void {
  const end = startRow + blockSize;
  if (length === undefined && api.isLastRowIndexKnown() && api.getDisplayedRowCount() <= end)
    api.setRowCount(end + 1, false);
}

/** The first of equal values: a new object with the same content is no new filter. */
function useSame<Value>(value: Value): Value {
  const [same, setSame] = useState(value);
  if (JSON.stringify(same) === JSON.stringify(value)) return same;
  setSame(value);
  return value;
}

function useGathered(act: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      act();
    }, gatherMs);
  }, [act]);
}
