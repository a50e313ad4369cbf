import type { Language } from '#shared/domain/actor.ts';
import { addDays, addMonths, dayOf, monthOf, type Month } from '#shared/domain/days.ts';
import { translate, translateAny, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { everyPage } from '../../database/whole-list.ts';
import type { ExcelColumn, ExcelSheet } from '../../desks/lists/excel.ts';
import { listMovements, type MovementRow } from './movements.queries.ts';

/** The movements of a part, of a month, or of a part in a month, in the order of posting; with neither, those of this month. */
export async function exportMovements(
  tx: ReadTx,
  input: { readonly partId?: string | undefined; readonly month?: Month | undefined },
  language: Language,
): Promise<ExcelSheet<MovementRow>> {
  const month = input.month ?? (input.partId === undefined ? monthOf(dayOf(tx.now)) : undefined);
  const days =
    month === undefined ? {} : { fromDay: `${month}-01`, untilDay: addDays(addMonths(`${month}-01`, 1), -1) };
  const filter = { partId: input.partId, ...days };
  const sort = { by: 'sequence', descending: false } as const;
  const rows = await everyPage((after, limit) => listMovements(tx, { filter, sort, after, limit }));
  const name = translate(language, 'stock.movementsExportName');
  return { name: month === undefined ? name : `${name} ${month}`, columns: columns(language), rows };
}

function columns(language: Language): readonly ExcelColumn<MovementRow>[] {
  const word = (key: MessageKey) => translate(language, key);
  return [
    { title: word('stock.sequence'), kind: 'whole', value: (row) => row.sequence },
    { title: word('common.day'), kind: 'day', value: (row) => row.day },
    { title: word('stock.postedAt'), kind: 'moment', value: (row) => row.at },
    {
      title: word('stock.documentKind'),
      kind: 'text',
      value: (row) => documentKindName(language, row.documentKind),
      width: 12,
    },
    { title: word('stock.document'), kind: 'text', value: (row) => row.documentNumber },
    { title: word('parts.number'), kind: 'text', value: (row) => row.partNumber },
    { title: word('parts.name'), kind: 'text', value: (row) => row.partName, width: 26 },
    { title: word('stock.from'), kind: 'text', value: (row) => row.fromName },
    { title: word('stock.to'), kind: 'text', value: (row) => row.toName },
    { title: word('parts.quantity'), kind: 'quantity', value: (row) => row.quantity },
    { title: word('stock.value'), kind: 'money', value: (row) => row.valueFen },
    { title: word('stock.fromAfter'), kind: 'quantity', value: (row) => row.fromQuantityAfter },
    { title: word('stock.toAfter'), kind: 'quantity', value: (row) => row.toQuantityAfter },
    { title: word('stock.reverses'), kind: 'whole', value: (row) => row.reversesSequence },
    { title: word('common.by'), kind: 'text', value: (row) => row.personName, width: 12 },
  ];
}

function documentKindName(language: Language, kind: string): string {
  return translateAny(language, `stock.documentKind_${kind}`) ?? kind;
}
