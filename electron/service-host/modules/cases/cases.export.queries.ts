import { asc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { translate } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { type DaySpan, withinDays } from '../../database/whole-list.ts';
import { customers } from '../../schema/customers.tables.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { people } from '../../schema/people.tables.ts';
import { products, units } from '../../schema/units.tables.ts';
import { cases } from '../../schema/cases.tables.ts';

/** The cases opened from one day until another, as a sheet. */
export async function exportCases(tx: ReadTx, input: DaySpan, language: Language) {
  return caseSheet(await casesOpened(tx, input), language);
}

async function casesOpened(tx: ReadTx, days: DaySpan) {
  return tx.db
    .select({
      number: cases.number,
      state: cases.state,
      openedAt: cases.openedAt,
      customerName: customers.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
      productCode: products.code,
      category: cases.category,
      faultGroup: cases.faultGroup,
      urgency: cases.urgency,
      symptom: cases.symptom,
      ownerName: people.name,
      closedAt: cases.closedAt,
    })
    .from(cases)
    .innerJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, cases.unitId))
    .leftJoin(products, eq(products.id, units.productId))
    .leftJoin(people, eq(people.id, cases.ownerId))
    .where(withinDays(cases.openedAt, days))
    .orderBy(asc(cases.openedAt), asc(cases.id));
}

type ExportedCase = Awaited<ReturnType<typeof casesOpened>>[number];

function caseSheet(rows: readonly ExportedCase[], language: Language): ExcelSheet<ExportedCase> {
  const word = (key: Parameters<typeof translate>[1]) => translate(language, key);
  return {
    name: word('cases.exportName'),
    rows,
    columns: [
      { title: word('common.number'), kind: 'text', value: (row) => row.number },
      {
        title: word('common.state'),
        kind: 'text',
        value: (row) => word(`states.caseState_${row.state}`),
        width: 10,
      },
      { title: word('cases.openedAt'), kind: 'moment', value: (row) => row.openedAt },
      { title: word('cases.customer'), kind: 'text', value: (row) => row.customerName, width: 24 },
      { title: word('cases.plate'), kind: 'text', value: (row) => row.plate || row.serialNumber },
      { title: word('cases.product'), kind: 'text', value: (row) => row.productCode },
      {
        title: word('cases.category'),
        kind: 'text',
        value: (row) => word(`states.category_${row.category}`),
        width: 8,
      },
      {
        title: word('cases.faultGroup'),
        kind: 'text',
        value: (row) => (row.faultGroup === null ? null : word(`states.faultGroup_${row.faultGroup}`)),
        width: 12,
      },
      {
        title: word('cases.urgency'),
        kind: 'text',
        value: (row) => word(`states.urgency_${row.urgency}`),
        width: 10,
      },
      { title: word('cases.symptom'), kind: 'text', value: (row) => row.symptom, width: 50 },
      { title: word('cases.owner'), kind: 'text', value: (row) => row.ownerName, width: 12 },
      { title: word('cases.closedAt'), kind: 'moment', value: (row) => row.closedAt },
    ],
  };
}
