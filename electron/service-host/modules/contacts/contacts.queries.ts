import { eq, gte, lt } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { addDays, startOfDay, type Day } from '#shared/domain/days.ts';
import type { ContactKind } from '#shared/domain/states.ts';
import type { ContactState } from '#shared/nouns/contact.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { given, statement } from '../../database/statement.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { contactPersonsNamed, customersNamed } from '../customers/customers.named.queries.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
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
      unitId: contacts.unitId,
      category: contacts.category,
      urgency: contacts.urgency,
      summary: contacts.summary,
      caseId: contacts.caseId,
      nextCallAt: contacts.nextCallAt,
      answer: contacts.answer,
      senderReference: contacts.senderReference,
      receivedDay: contacts.receivedDay,
      voidReason: contacts.voidReason,
      personId: contacts.personId,
    })
    .from(contacts)
    .where(among(contacts.id, ids));
  const customer = await customersNamed(
    tx,
    rows.map((row) => row.customerId),
  );
  const unit = await unitsNamed(
    tx,
    rows.map((row) => row.unitId),
  );
  const found = await casesNamed(
    tx,
    rows.map((row) => row.caseId),
  );
  const person = await peopleNamed(
    tx,
    rows.map((row) => row.personId),
  );
  return rows.map(({ unitId, personId, ...row }) => ({
    ...row,
    customerName: customer(row.customerId).name,
    // A machine without a plate goes by its serial number.
    unitPlate: unit(unitId).plate || unit(unitId).serialNumber,
    caseNumber: found(row.caseId).number,
    personName: person(personId).name,
  }));
}

/** A contact with everything known of it. Refuses NOT_FOUND. */
export async function getContact(tx: ReadTx, input: { readonly id: string }) {
  const contact = await findContact(tx, input.id);
  const { customerId, contactPersonId, caseId, personId } = contact;
  const unit = (await unitsNamed(tx, [contact.unitId]))(contact.unitId);
  return {
    ...contact,
    caseNumber: (await casesNamed(tx, [caseId]))(caseId).number,
    customerName: (await customersNamed(tx, [customerId]))(customerId).name,
    contactPersonName: (await contactPersonsNamed(tx, [contactPersonId]))(contactPersonId).name,
    unitName: [unit.plate, unit.productCode, unit.serialNumber].filter(Boolean).join(' '),
    personName: (await peopleNamed(tx, [personId]))(personId).name,
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
