import type { Language } from '#shared/domain/actor.ts';
import type { Month } from '#shared/domain/days.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import type { ExcelColumn, ExcelSheet } from '../../desks/lists/excel.ts';
import { monthStatement } from './month.queries.ts';

type Statement = Awaited<ReturnType<typeof monthStatement>>;
type MonthRow = Statement['rows'][number];
/** A line of the sheet: a part, or in money alone the whole and the places that it is made of. */
type Line = Pick<MonthRow, 'partName' | 'openingFen' | 'inFen' | 'outFen' | 'closingFen'> & Partial<MonthRow>;

const rowsAtOnce = 500;

/** The whole in-out-stock statement of a month, by part number, with its totals and places at the end. */
export async function exportMonth(
  tx: ReadTx,
  input: {
    readonly month: Month;
    readonly warehouseId?: string | undefined;
    readonly onlyHolders?: boolean | undefined;
  },
  language: Language,
): Promise<ExcelSheet<Line>> {
  const rows: Line[] = [];
  let after: string | undefined;
  do {
    const page = await monthStatement(tx, { ...input, limit: rowsAtOnce, after });
    rows.push(...page.rows);
    after = page.next ?? undefined;
    if (after === undefined) rows.push(...endOf(page, language));
  } while (after !== undefined);
  return {
    name: `${translate(language, 'stock.monthExportName')} ${input.month}`,
    columns: columns(language),
    rows,
  };
}

/** In money alone: quantities of different parts have no sum. */
function endOf({ totals, places }: Statement, language: Language): readonly Line[] {
  return [
    { partName: translate(language, 'stock.monthTotal'), ...totals },
    ...places.map((place) => ({
      ...place,
      partName: translate(language, `stock.monthPlace_${place.kind}`, { name: place.name }),
    })),
  ];
}

function columns(language: Language): readonly ExcelColumn<Line>[] {
  const word = (key: MessageKey) => translate(language, key);
  return [
    { title: word('parts.number'), kind: 'text', value: (row) => row.partNumber ?? null },
    { title: word('parts.name'), kind: 'text', value: (row) => row.partName, width: 26 },
    { title: word('parts.unitOfMeasure'), kind: 'text', value: (row) => row.unitOfMeasure ?? null, width: 8 },
    { title: word('stock.openingQuantity'), kind: 'quantity', value: (row) => row.openingQuantity ?? null },
    { title: word('stock.openingValue'), kind: 'money', value: (row) => row.openingFen },
    { title: word('stock.inQuantity'), kind: 'quantity', value: (row) => row.inQuantity ?? null },
    { title: word('stock.inValue'), kind: 'money', value: (row) => row.inFen },
    { title: word('stock.outQuantity'), kind: 'quantity', value: (row) => row.outQuantity ?? null },
    { title: word('stock.outValue'), kind: 'money', value: (row) => row.outFen },
    { title: word('stock.closingQuantity'), kind: 'quantity', value: (row) => row.closingQuantity ?? null },
    { title: word('stock.closingValue'), kind: 'money', value: (row) => row.closingFen },
  ];
}
