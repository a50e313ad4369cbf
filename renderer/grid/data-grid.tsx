import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  FullWidthCellKeyDownEvent,
  GridApi,
} from 'ag-grid-community';
import { isComposing } from '../app/keyboard/keys.ts';
import { usePerson } from '../app/session/session.ts';
import { type MessageKey, useText } from '../app/text.ts';
import type { Column } from './columns.tsx';
import { gridModules } from './grid-modules.ts';
import { gridTheme } from './grid-theme.ts';
import { ListBar } from './list-bar.tsx';
import { ListOver, rowsRead } from './list-over.tsx';
import { useArrowsToRows } from './use-arrows-to-rows.ts';
import { useFocusFollows } from './use-focus-follows.ts';
import { useFocusWhenEmptied } from './use-focus-when-emptied.ts';
import { useGridColumns } from './use-grid-columns.ts';
import { blockSize, useGridRows, type ListOrder, type ListQuestion } from './use-grid-rows.ts';
import { useListPaper } from './use-list-paper.ts';
import { useQuickText } from './use-quick-text.ts';
import { useSelectedRow } from './use-selected-row.ts';

/** How long the focus must stay on a row before its record is shown: holding an arrow key must not ask for each. */
const restMs = 120;

/** A list as it is shown now. */
interface ShownList<Filter, Sort extends string> {
  readonly filter: Filter;
  readonly sort: { by: Sort; descending: boolean };
  readonly columns: string[];
}

/** Asks for the Excel file of a list. */
type ExportList<Filter, Sort extends string> = (
  shown: ShownList<Filter, Sort>,
  options: { readonly signal: AbortSignal },
) => Promise<File>;

/** What a list is drawn from. */
export interface DataGridProps<Filter extends object, Sort extends string, Row> {
  /** Under this name the person's columns are remembered. */
  readonly name: string;
  /** What the list is called on paper. */
  readonly title: string;
  /** What `filter` lets through, in words, for the paper; empty words are left out. */
  readonly filterWords?: readonly string[] | undefined;
  /** The list of the contract: `service.customers.list`. */
  readonly source: ListQuestion<Filter, Sort, Row>;
  /** Keep it and `columns` out of the drawing function, or in useMemo. */
  readonly filter: NoInfer<Filter>;
  readonly columns: readonly Column<Row, Sort>[];
  /** The order while the person has not chosen one. */
  readonly order: ListOrder<Sort>;
  readonly rowKey: (row: Row) => string;
  /** The kinds of record shown; when one of them changes the list is read anew in its place. */
  readonly shows: readonly string[];
  /** The quick filter goes into the filter's `text`. */
  readonly quickText?: boolean | undefined;
  /** Further filters, in the bar. */
  readonly filters?: ReactNode;
  /** Given while those further filters leave something out: takes them off. */
  readonly onClearFilters?: (() => void) | undefined;
  /** In the bar, instead of the number of rows. */
  readonly summary?: ReactNode;
  /** How many lines at the end of the list are sums, and no rows of it. */
  readonly uncounted?: number | undefined;
  /** What belongs here, and how to begin. */
  readonly empty: ReactNode;
  readonly emptyAct?: ReactNode;
  /** The row shown beside the list. */
  readonly selected?: string | undefined;
  /** The focus rests on a row: show it beside the list. */
  readonly onSelect?: ((row: Row) => void) | undefined;
  /** Enter or double click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Gives every row a box to tick; hears which are ticked. */
  readonly onTicked?: ((rows: readonly Row[]) => void) | undefined;
  /** Another number unticks every row. */
  readonly tickRound?: number | undefined;
  /** Faded rows: void, inactive. */
  readonly isFaded?: ((row: Row) => boolean) | undefined;
  readonly rowHeight?: number | undefined;
  /** The file of the list, with the filter, the order and the columns it is shown with. */
  readonly exportList?: ExportList<Filter, Sort> | undefined;
  /** A second file of the same rows, told otherwise. */
  readonly furtherFile?: { readonly label: MessageKey; readonly make: ExportList<Filter, Sort> } | undefined;
  /** The paper of the list, asked for as its file is, where it is more than the rows of the list. */
  readonly printList?: ExportList<Filter, Sort> | undefined;
}

/** A list of any length: read page by page from the service, filtered and sorted there, fresh by itself. */
export function DataGrid<Filter extends object, Sort extends string, Row>(
  props: DataGridProps<Filter, Sort, Row>,
) {
  const {
    name,
    source,
    filter,
    columns,
    order,
    rowKey,
    shows,
    selected,
    onSelect,
    onOpen,
    onTicked,
    isFaded,
    exportList,
    furtherFile,
    printList,
  } = props;
  const t = useText();
  const { personId } = usePerson();
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const quick = useQuickText();
  const wanted = quick.settled === '' ? filter : { ...filter, text: quick.settled };

  const rows = useGridRows(api, {
    source,
    filter: wanted,
    order,
    sortOfColumn: (key) => columns.find((column) => column.key === key)?.sort,
    shows,
  });
  const paper = useListPaper(api, {
    name,
    title: props.title,
    filters: [
      ...(props.filterWords ?? []),
      quick.settled === '' ? '' : t('grid.quoted', { text: quick.settled }),
    ],
    columns,
    makePaper: printList && ((options) => printList(shownNow(), options)),
    ask: rows.ask,
    orderNow: rows.orderNow,
  });
  const chosen = useGridColumns(api, { name, personId }, columns, order, t);
  const keepColumns = useCallback(
    ({ api: grid }: { readonly api: GridApi<Row> }) => chosen.keep(grid),
    [chosen],
  );
  const canTick = onTicked !== undefined;
  const isMarked = useSelectedRow(api, selected, !canTick);
  useArrowsToRows(api, selected);
  const list = useRef<HTMLDivElement>(null);
  useFocusWhenEmptied(api, list);
  const { tickRound } = props;
  useEffect(() => {
    if (canTick) api?.deselectAll('all', 'api');
  }, [api, canTick, tickRound]);
  const tickAll = () =>
    api?.forEachNode((node) => node.data !== undefined && node.setSelected(true, false, 'uiSelectAll'));
  const { rest, isResting } = useResting(onSelect);
  useFocusFollows(api, list, selected, isResting);

  const focused = (event: CellFocusedEvent<Row>) => {
    const row = event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)?.data;
    if (row && rowKey(row) !== selected) rest(row);
  };
  const pressed = ({ event, data }: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
    if (!(event instanceof KeyboardEvent) || isComposing(event) || event.key !== 'Enter' || !data) return;
    event.preventDefault();
    onOpen?.(data);
  };
  const shownNow = () => ({
    filter: wanted,
    sort: { ...rows.orderNow() },
    // The boxes to tick are a column of the grid's own.
    columns: (api?.getAllDisplayedColumns() ?? [])
      .map((column) => column.getColId())
      .filter((id) => columns.some(({ key }) => key === id)),
  });
  const goToRows = () => {
    const first = api?.getAllDisplayedColumns()[0];
    if (api && first && api.getDisplayedRowCount() > 0)
      api.setFocusedCell(api.getFirstDisplayedRowIndex(), first);
  };

  return (
    <div className="list" ref={list} tabIndex={-1}>
      <ListBar
        text={props.quickText ? { value: quick.typed, onChange: quick.type } : undefined}
        onDown={goToRows}
        filters={props.filters}
        onTickAll={canTick ? tickAll : undefined}
        summary={props.summary ?? rowsRead(rows.read, t, props.uncounted)}
        columns={chosen.chosen}
        onShowColumn={chosen.show}
        onResetColumns={chosen.reset}
        exportList={exportList && ((options) => exportList(shownNow(), options))}
        furtherFile={
          furtherFile && {
            label: furtherFile.label,
            make: (options) => furtherFile.make(shownNow(), options),
          }
        }
        paper={paper}
      />
      {rows.read?.onlyNewest !== undefined && (
        <p className="list-notice sm" role="status">
          {t('grid.onlyNewest', { count: rows.read.onlyNewest })}
        </p>
      )}
      {rows.read?.isUnfinished && (
        <p className="list-notice sm" role="status">
          {t('common.searchUnfinished')}
        </p>
      )}
      {selected !== undefined && selected !== 'new' && rows.read?.isAll && !isMarked && (
        <p className="list-notice sm" role="status" data-testid="selected-hidden">
          {t('grid.selectedHidden')}
        </p>
      )}
      <div className="list-body">
        <AgGridProvider modules={gridModules}>
          <AgGridReact<Row>
            // The grid's own words cannot change under way.
            key={t.language}
            theme={gridTheme}
            localeText={t.language === 'en' ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN}
            rowModelType="infinite"
            cacheBlockSize={blockSize}
            maxConcurrentDatasourceRequests={1}
            maxBlocksInCache={50}
            infiniteInitialRowCount={1}
            cacheOverflowSize={1}
            columnDefs={chosen.definitions}
            defaultColDef={{ resizable: true, sortingOrder: ['asc', 'desc', null] }}
            getRowId={({ data }) => rowKey(data)}
            rowHeight={props.rowHeight ?? 32}
            rowSelection={
              onTicked
                ? { mode: 'multiRow', checkboxes: true, headerCheckbox: false, enableClickSelection: false }
                : { mode: 'singleRow', checkboxes: false, enableClickSelection: false }
            }
            rowClassRules={{ faded: ({ data }) => data !== undefined && isFaded?.(data) === true }}
            animateRows={false}
            scrollbarWidth={10}
            suppressMultiSort
            suppressDragLeaveHidesColumns
            suppressNoRowsOverlay
            suppressLoadingOverlay
            tabToNextCell={leaveTheRows}
            onGridReady={({ api: grid }) => {
              chosen.restore(grid);
              setApi(grid);
            }}
            onGridPreDestroyed={() => setApi(null)}
            onColumnResized={({ finished, source: by, api: grid }) => {
              if (finished && by !== 'flex' && by !== 'api') chosen.keep(grid);
            }}
            onColumnMoved={({ finished, api: grid }) => finished && chosen.keep(grid)}
            onColumnVisible={keepColumns}
            onSortChanged={keepColumns}
            onCellFocused={focused}
            onCellKeyDown={pressed}
            onRowDoubleClicked={({ data }) => data && onOpen?.(data)}
            onSelectionChanged={({ api: grid, source: by }) => {
              if (onTicked && by !== 'api') onTicked(grid.getSelectedRows());
            }}
          />
        </AgGridProvider>
        <ListOver
          read={rows.read}
          error={rows.error}
          onRetry={rows.refresh}
          isFiltered={quick.settled !== '' || props.onClearFilters !== undefined}
          onClearFilter={() => {
            quick.type('');
            props.onClearFilters?.();
          }}
          empty={props.empty}
          emptyAct={props.emptyAct}
        />
      </div>
    </div>
  );
}

/** Arrows go from cell to cell; Tab goes on to what stands beside the list, as it does from any other field. */
function leaveTheRows(): boolean {
  return false;
}

/** Acts on a row once the focus has rested on it; until then it `isResting`. */
function useResting<Row>(act: ((row: Row) => void) | undefined) {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const rest = useCallback((row: Row) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      latest.current?.(row);
    }, restMs);
  }, []);
  const isResting = useCallback(() => timer.current !== undefined, []);
  return { rest, isResting };
}
