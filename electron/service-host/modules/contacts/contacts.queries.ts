import { eq, gte, lt } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { addDays, startOfDay, type Day } from '#shared/domain/days.ts';
import type { ContactKind } from '#shared/domain/states.ts';
import type { ContactState } from '#shared/nouns/contact.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { given, statement } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { contactPersons, customers } from '../../schema/customers.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { products, units } from '../../schema/units.tables.ts';
import { contacts } from '../../schema/contacts.tables.ts';

interface ContactFilter {
  readonly text?: string | undefined;
  readonly kinds?: readonly ContactKind[] | undefined;
  readonly states?: readonly ContactState[] | undefined;
  readonly fromDay?: Day | undefined;
  readonly untilDay?: Day | undefined;
  readonly customerId?: string | undefined;
  readonly unitId?: string | undefined;
}

/** A page of the register of calls and letters. */
export async function listContacts(tx: ReadTx, input: PageInput<'at'> & { readonly filter: ContactFilter }) {
  const { text, kinds, states, fromDay, untilDay, customerId, unitId } = input.filter;
  const found = await foundBy(tx, 'contact', contacts.id, text);
  return readPage(tx, input, {
    from: contacts,
    id: contacts.id,
    sorts: { at: contacts.at },
    found,
    where: [
      kinds && kinds.length > 0 ? among(contacts.kind, kinds) : undefined,
      states && states.length > 0 ? among(contacts.state, states) : undefined,
      fromDay === undefined ? undefined : gte(contacts.at, startOfDay(fromDay)),
      untilDay === undefined ? undefined : lt(contacts.at, startOfDay(addDays(untilDay, 1))),
      customerId === undefined ? undefined : eq(contacts.customerId, customerId),
      unitId === undefined ? undefined : eq(contacts.unitId, unitId),
    ],
    rows: (ids) => contactRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** Contacts as the register shows them, in any order. */
export async function contactRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db
    .select({
      id: contacts.id,
      number: contacts.number,
      kind: contacts.kind,
      direction: contacts.direction,
      state: contacts.state,
      at: contacts.at,
      telephone: contacts.telephone,
      callerName: contacts.callerName,
      customerId: contacts.customerId,
      customerName: customers.name,
      unitPlate: units.plate,
      serialNumber: units.serialNumber,
      category: contacts.category,
      urgency: contacts.urgency,
      summary: contacts.summary,
      caseId: contacts.caseId,
      caseNumber: cases.number,
      nextCallAt: contacts.nextCallAt,
      answer: contacts.answer,
      senderReference: contacts.senderReference,
      receivedDay: contacts.receivedDay,
      voidReason: contacts.voidReason,
      personName: people.name,
    })
    .from(contacts)
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .leftJoin(units, eq(units.id, contacts.unitId))
    .leftJoin(cases, eq(cases.id, contacts.caseId))
    .leftJoin(people, eq(people.id, contacts.personId))
    .where(among(contacts.id, ids));
  return rows.map(({ serialNumber, ...row }) => ({
    ...row,
    customerName: row.customerName ?? '',
    // A machine without a plate goes by its serial number.
    unitPlate: row.unitPlate || (serialNumber ?? ''),
    caseNumber: row.caseNumber ?? '',
    personName: row.personName ?? '',
  }));
}

/** A contact with everything known of it. Refuses NOT_FOUND. */
export async function getContact(tx: ReadTx, input: { readonly id: string }) {
  const [row] = await tx.run(findDetail, { id: input.id });
  if (!row) return refuse('NOT_FOUND', { kind: 'contact' });
  const { contact, plate, serialNumber, productCode } = row;
  return {
    ...contact,
    caseNumber: row.caseNumber ?? '',
    customerName: row.customerName ?? '',
    contactPersonName: row.contactPersonName ?? '',
    unitName: [plate, productCode, serialNumber].filter(Boolean).join(' '),
    personName: row.personName ?? '',
  };
}

/** A contact as its row stands. Refuses NOT_FOUND. */
export async function findContact(tx: ReadTx, id: string) {
  const [row] = await tx.run(findRow, { id });
  return row ?? refuse('NOT_FOUND', { kind: 'contact' });
}

const findRow = statement('contacts.find', (db) =>
  db
    .select()
    .from(contacts)
    .where(eq(contacts.id, given('id'))),
);

const findDetail = statement('contacts.detail', (db) =>
  db
    .select({
      contact: contacts,
      caseNumber: cases.number,
      customerName: customers.name,
      contactPersonName: contactPersons.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
      productCode: products.code,
      personName: people.name,
    })
    .from(contacts)
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .leftJoin(contactPersons, eq(contactPersons.id, contacts.contactPersonId))
    .leftJoin(units, eq(units.id, contacts.unitId))
    .leftJoin(products, eq(products.id, units.productId))
    .leftJoin(cases, eq(cases.id, contacts.caseId))
    .leftJoin(people, eq(people.id, contacts.personId))
    .where(eq(contacts.id, given('id'))),
);
