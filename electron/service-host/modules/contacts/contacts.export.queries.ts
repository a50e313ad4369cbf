import { asc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { type DaySpan, withinDays } from '../../database/whole-list.ts';
import { cases } from '../../schema/cases.tables.ts';
import { customers } from '../../schema/customers.tables.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { people } from '../../schema/people.tables.ts';
import { units } from '../../schema/units.tables.ts';
import { contacts } from '../../schema/contacts.tables.ts';

/** The register from one day until another, as a sheet; voided entries stand in it with their reason. */
export async function exportContacts(tx: ReadTx, input: DaySpan, language: Language) {
  return contactSheet(await contactsBetween(tx, input), language);
}

async function contactsBetween(tx: ReadTx, days: DaySpan) {
  return tx.db
    .select({
      contact: contacts,
      customerName: customers.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
      caseNumber: cases.number,
      personName: people.name,
    })
    .from(contacts)
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .leftJoin(units, eq(units.id, contacts.unitId))
    .leftJoin(cases, eq(cases.id, contacts.caseId))
    .leftJoin(people, eq(people.id, contacts.personId))
    .where(withinDays(contacts.at, days))
    .orderBy(asc(contacts.at), asc(contacts.id));
}

type Exported = Awaited<ReturnType<typeof contactsBetween>>[number];

function contactSheet(rows: readonly Exported[], language: Language): ExcelSheet<Exported> {
  const word = (key: MessageKey) => translate(language, key);
  return {
    name: word('contacts.exportName'),
    rows,
    columns: [
      { title: word('common.number'), kind: 'text', value: ({ contact }) => contact.number },
      { title: word('common.at'), kind: 'moment', value: ({ contact }) => contact.at },
      {
        title: word('contacts.kind'),
        kind: 'text',
        value: ({ contact }) => word(`states.contactKind_${contact.kind}`),
        width: 8,
      },
      {
        title: word('contacts.direction'),
        kind: 'text',
        value: ({ contact }) => word(`states.contactDirection_${contact.direction}`),
        width: 6,
      },
      {
        title: word('common.state'),
        kind: 'text',
        value: ({ contact }) => word(`states.contactState_${contact.state}`),
        width: 10,
      },
      { title: word('contacts.telephone'), kind: 'text', value: ({ contact }) => contact.telephone },
      {
        title: word('contacts.callerName'),
        kind: 'text',
        value: ({ contact }) => contact.callerName,
        width: 12,
      },
      { title: word('contacts.customer'), kind: 'text', value: (row) => row.customerName, width: 24 },
      { title: word('contacts.unit'), kind: 'text', value: (row) => row.plate || row.serialNumber },
      {
        title: word('contacts.category'),
        kind: 'text',
        value: ({ contact }) => word(`states.category_${contact.category}`),
        width: 8,
      },
      {
        title: word('contacts.urgency'),
        kind: 'text',
        value: ({ contact }) => word(`states.urgency_${contact.urgency}`),
        width: 10,
      },
      { title: word('contacts.summary'), kind: 'text', value: ({ contact }) => contact.summary, width: 50 },
      { title: word('contacts.answer'), kind: 'text', value: ({ contact }) => contact.answer, width: 40 },
      { title: word('contacts.caseNumber'), kind: 'text', value: (row) => row.caseNumber },
      {
        title: word('contacts.senderReference'),
        kind: 'text',
        value: ({ contact }) => contact.senderReference,
      },
      {
        title: word('contacts.receivedDay'),
        kind: 'day',
        value: ({ contact }) => contact.receivedDay,
        width: 12,
      },
      {
        title: word('contacts.voidReason'),
        kind: 'text',
        value: ({ contact }) => contact.voidReason,
        width: 30,
      },
      { title: word('common.by'), kind: 'text', value: (row) => row.personName, width: 12 },
    ],
  };
}
