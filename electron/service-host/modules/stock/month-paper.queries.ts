import type { MonthLine } from '#shared/contract/stock.contract.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Language } from '#shared/domain/actor.ts';
import { mostRowsOnPaper } from '#shared/domain/list-paper.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { monthRowsList } from '#shared/lists/month-rows.list.ts';
import { translate } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import type { ExcelColumn } from '../../desks/lists/excel.ts';
import { sheetColumns } from '../../desks/lists/told-sheet.ts';
import { wholeMonth, type WholeMonth } from './month.export.queries.ts';
import { categoriesOfMonth, endOfMonth } from './month.lines.rules.ts';
import { listWarehouses } from './stock.queries.ts';
import { houseOf } from '../settings/house.queries.ts';
import { setListPaper } from '../../desks/papers/papers.queries.ts';

interface WantedMonth extends WholeMonth {
  readonly columns: readonly string[];
  readonly language: Language;
}

/**
 * The statement of a month on paper, whole, with the sums of its categories, its totals and its places. Refuses
 * PAPER_TOO_LONG, and NOT_PERMITTED to those who may not see the ledger.
 */
export async function setMonthPaper(tx: ReadTx, { columns: shown, language, ...scope }: WantedMonth) {
  if (!tx.actor.permissions.has('stock.view')) refuse('NOT_PERMITTED', { permission: 'stock.view' });
  const columns = sheetColumns(monthRowsList, shown, language);
  const statement = await wholeMonth(tx, scope, mostRowsOnPaper);
  const { rows } = statement;
  const end = [
    ...categoriesOfMonth(rows, language),
    ...endOfMonth(statement, scope.onlyMoved ?? false, language),
  ];
  const written = (line: MonthLine) => columns.map((column) => textOf(column, line));
  const list = {
    title: translate(language, 'states.listOf_monthRow'),
    filter: (await scopeWords(tx, scope, language)).join(translate(language, 'grid.filterSeparator')),
    order: '',
    isCut: false,
    columns: columns.map(({ title, kind, width = usualWidth }) => ({
      label: title,
      align: kind === 'text' ? ('left' as const) : ('right' as const),
      width,
    })),
    rows: rows.map(written),
    end: end.map(written),
  };
  return { paper: await setListPaper(tx, { ...list, language }, await houseOf(tx)), list };
}

/** In characters, as the columns of a sheet. */
const usualWidth = 14;

async function scopeWords(tx: ReadTx, scope: WholeMonth, language: Language): Promise<readonly string[]> {
  const { month, warehouseId, onlyHolders, onlyMoved } = scope;
  const warehouses = warehouseId === undefined ? [] : await listWarehouses(tx);
  const words = [
    month,
    warehouses.find(({ id }) => id === warehouseId)?.name ?? '',
    onlyHolders ? translate(language, 'stock.monthHolders') : '',
    onlyMoved ? translate(language, 'stock.monthOnlyMoved') : '',
  ];
  return words.filter((word) => word !== '');
}

/** A cell as the screen writes it. */
function textOf({ kind, value }: ExcelColumn<MonthLine>, line: MonthLine): string {
  const figure = value(line);
  if (figure === null) return '';
  if (typeof figure === 'string') return figure;
  return kind === 'money' ? formatMoney(figure) : formatQuantity(figure);
}
