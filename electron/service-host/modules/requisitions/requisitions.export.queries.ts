import { asc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { amountOf } from '#shared/domain/money.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { type DaySpan, withinDays } from '../../database/whole-list.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { parts } from '../../schema/parts.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';

/** The lines of the requisitions written from one day until another, as a sheet. */
export async function exportRequisitions(tx: ReadTx, input: DaySpan, language: Language) {
  return sheetOf(await linesWritten(tx, input), language);
}

async function linesWritten(tx: ReadTx, days: DaySpan) {
  return tx.db
    .select({
      number: requisitions.number,
      state: requisitions.state,
      purpose: requisitions.purpose,
      createdAt: requisitions.createdAt,
      holder: stockAccounts.name,
      caseNumber: cases.number,
      customer: customers.name,
      plate: units.plate,
      createdBy: people.name,
      partNumber: parts.number,
      partName: parts.name,
      line: requisitionLines,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(parts, eq(parts.id, requisitionLines.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(cases, eq(cases.id, requisitions.caseId))
    .leftJoin(customers, eq(customers.id, cases.customerId))
    .leftJoin(units, eq(units.id, requisitions.unitId))
    .leftJoin(people, eq(people.id, requisitions.createdBy))
    .where(withinDays(requisitions.createdAt, days))
    .orderBy(asc(requisitions.createdAt), asc(requisitions.id), asc(requisitionLines.position));
}

type WrittenLine = Awaited<ReturnType<typeof linesWritten>>[number];

function sheetOf(rows: readonly WrittenLine[], language: Language): ExcelSheet<WrittenLine> {
  const word = (key: MessageKey) => translate(language, key);
  return {
    name: word('requisitions.exportName'),
    rows,
    columns: [
      { title: word('common.number'), kind: 'text', value: (row) => row.number },
      {
        title: word('common.state'),
        kind: 'text',
        value: (row) => word(`states.requisitionState_${row.state}`),
        width: 10,
      },
      {
        title: word('requisitions.purpose'),
        kind: 'text',
        value: (row) => word(`states.requisitionPurpose_${row.purpose}`),
        width: 8,
      },
      { title: word('requisitions.createdAt'), kind: 'moment', value: (row) => row.createdAt },
      { title: word('requisitions.createdBy'), kind: 'text', value: (row) => row.createdBy, width: 12 },
      { title: word('requisitions.holder'), kind: 'text', value: (row) => row.holder, width: 12 },
      { title: word('requisitions.caseNumber'), kind: 'text', value: (row) => row.caseNumber },
      { title: word('requisitions.customer'), kind: 'text', value: (row) => row.customer, width: 24 },
      { title: word('requisitions.plate'), kind: 'text', value: (row) => row.plate, width: 12 },
      { title: word('requisitions.partNumber'), kind: 'text', value: (row) => row.partNumber },
      { title: word('requisitions.partName'), kind: 'text', value: (row) => row.partName, width: 24 },
      { title: word('requisitions.quantity'), kind: 'quantity', value: (row) => row.line.quantity },
      {
        title: word('requisitions.issuedQuantity'),
        kind: 'quantity',
        value: (row) => row.line.issuedQuantity,
      },
      {
        title: word('requisitions.clearedQuantity'),
        kind: 'quantity',
        value: (row) => row.line.clearedQuantity,
      },
      {
        title: word('requisitions.amount'),
        kind: 'money',
        value: (row) => amountOf(row.line.unitPriceFen, row.line.quantity),
      },
      { title: word('requisitions.fault'), kind: 'text', value: (row) => row.line.fault, width: 40 },
    ],
  };
}
