import type { Language } from '#shared/domain/actor.ts';
import type { Month } from '#shared/domain/days.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import type { ExcelColumn, ExcelSheet } from '../excel.ts';
import { monthStatement } from './month.queries.ts';

type MonthRow = Awaited<ReturnType<typeof monthStatement>>['rows'][number];

const rowsAtOnce = 500;

/** The whole in-out-stock statement of a month, by part number. */
export async function exportMonth(
  tx: ReadTx,
  input: { readonly month: Month; readonly warehouseId?: string | undefined },
  language: Language,
): Promise<ExcelSheet<MonthRow>> {
  const rows: MonthRow[] = [];
  let after: string | undefined;
  do {
    const page = await monthStatement(tx, { ...input, limit: rowsAtOnce, after });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return {
    name: `${translate(language, 'stock.monthExportName')} ${input.month}`,
    columns: columns(language),
    rows,
  };
}

function columns(language: Language): readonly ExcelColumn<MonthRow>[] {
  const word = (key: MessageKey) => translate(language, key);
  return [
    { title: word('parts.number'), kind: 'text', value: (row) => row.partNumber },
    { title: word('parts.name'), kind: 'text', value: (row) => row.partName, width: 26 },
    { title: word('parts.unitOfMeasure'), kind: 'text', value: (row) => row.unitOfMeasure, width: 8 },
    { title: word('stock.openingQuantity'), kind: 'quantity', value: (row) => row.openingQuantity },
    { title: word('stock.openingValue'), kind: 'money', value: (row) => row.openingFen },
    { title: word('stock.inQuantity'), kind: 'quantity', value: (row) => row.inQuantity },
    { title: word('stock.inValue'), kind: 'money', value: (row) => row.inFen },
    { title: word('stock.outQuantity'), kind: 'quantity', value: (row) => row.outQuantity },
    { title: word('stock.outValue'), kind: 'money', value: (row) => row.outFen },
    { title: word('stock.closingQuantity'), kind: 'quantity', value: (row) => row.closingQuantity },
    { title: word('stock.closingValue'), kind: 'money', value: (row) => row.closingFen },
  ];
}
