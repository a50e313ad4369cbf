import type { MonthLine } from '#shared/contract/stock.contract.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { Month } from '#shared/domain/days.ts';
import { monthRowsList } from '#shared/lists/month-rows.list.ts';
import { translate } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { sheetColumns } from '../../desks/lists/told-sheet.ts';
import { endOfMonth } from './month.lines.rules.ts';
import { monthStatement, type MonthRow } from './month.queries.ts';

/** What a statement that leaves whole is about. */
export interface WholeMonth {
  readonly month: Month;
  readonly warehouseId?: string | undefined;
  readonly onlyHolders?: boolean | undefined;
  readonly onlyMoved?: boolean | undefined;
}

const rowsAtOnce = 500;
const usualColumns = monthRowsList.columns.filter(({ hidden }) => !hidden).map(({ field }) => field);

/** The whole in-out-stock statement of a month, by part number, with its totals and places at the end. */
export async function exportMonth(
  tx: ReadTx,
  { columns, ...scope }: WholeMonth & { readonly columns?: readonly string[] | undefined },
  language: Language,
): Promise<ExcelSheet<MonthLine>> {
  const statement = await wholeMonth(tx, scope);
  return {
    name: `${translate(language, 'states.listOf_monthRow')} ${scope.month}`,
    columns: sheetColumns(monthRowsList, columns ?? usualColumns, language),
    rows: [...statement.rows, ...endOfMonth(statement, scope.onlyMoved ?? false, language)],
  };
}

/** Every row of a statement, with its totals and places. Refuses PAPER_TOO_LONG for more rows than `most`. */
export async function wholeMonth(tx: ReadTx, scope: WholeMonth, most = Number.POSITIVE_INFINITY) {
  const rows: MonthRow[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await monthStatement(tx, { ...scope, limit: rowsAtOnce, after });
    rows.push(...page.rows);
    if (rows.length > most) refuse('PAPER_TOO_LONG', { rows: most });
    if (page.next === null) return { rows, totals: page.totals, places: page.places };
    after = page.next;
  }
}
