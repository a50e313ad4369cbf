import { and, eq, sql } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { CustomerKind, DistanceClass, Importance } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { personOfCustomer } from '../relations/relations.queries.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { getCustomer, telephonesOf } from './customers.queries.ts';
import { customerFile } from './customers.duties.ts';
import { customerSearchEntry } from './customers.rules.ts';
import { contactPersons, customers, telephones } from '../../schema/customers.tables.ts';
import { customerSortKeys, keepCustomerSortKeys } from './customers.sort-keys.service.ts';
import {
  appendTelephone,
  replaceTelephones,
  shownTelephones,
  type TelephoneOwner,
} from './customers.telephones.service.ts';

/** What a person fills in of a customer. */
export interface CustomerFields {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly distanceClass: DistanceClass;
  readonly distanceKm: number | null;
  readonly importance: Importance;
  readonly region: string;
  readonly address: string;
  readonly notes: string;
  readonly active: boolean;
}
interface Telephones {
  readonly telephones: readonly { readonly shown: string }[];
}
interface PersonFields extends Telephones {
  readonly name: string;
  readonly position: string;
  readonly notes: string;
  readonly active: boolean;
}

/** Opens the file of a customer, with the first of its people when one is given. */
export async function createCustomer(
  tx: WriteTx,
  input: CustomerFields &
    Telephones & {
      readonly person: (Telephones & { readonly name: string; readonly position: string }) | null;
    },
) {
  const id = newId<'customer'>(tx.now);
  const fields = customerFields(input);
  await tx.db.insert(customers).values({
    id,
    ...fields,
    ...customerSortKeys(input),
    createdAt: tx.now,
    version: 1,
  });
  await replaceTelephones(tx, { customerId: id, contactPersonId: null }, shownOf(input));
  const contactPersonId =
    input.person && (await insertPerson(tx, id, { ...input.person, notes: '', active: true }));
  const after = { ...fields, telephones: shownOf(input), person: input.person };
  await recordAudit(tx, { act: 'customers.create', subjectKind: 'customer', subjectId: id, after });
  await indexCustomer(tx, id);
  return { id, version: 1, contactPersonId };
}

/** Changes a customer and its own numbers. Refuses CHANGED_MEANWHILE with the file as it is now. */
export async function editCustomer(
  tx: WriteTx,
  input: CustomerFields & Telephones & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const owner = { customerId: id, contactPersonId: null };
  const saved = await editRecord(tx, customers, {
    kind: 'customer',
    act: 'customers.edit',
    id,
    version,
    fields: customerFields(input),
    also: { before: { telephones: await shownTelephones(tx, owner) }, after: { telephones: shownOf(input) } },
  });
  await keepCustomerSortKeys(tx, id, input);
  await replaceTelephones(tx, owner, shownOf(input));
  await indexCustomer(tx, id);
  return saved;
}

/** Adds somebody to a customer. */
export async function addContactPerson(tx: WriteTx, input: PersonFields & { readonly customerId: string }) {
  const { customerId } = input;
  await refuseUnknownCustomer(tx, customerId);
  const id = await insertPerson(tx, customerId, input);
  await recordAudit(tx, {
    act: 'customers.addPerson',
    subjectKind: 'customer',
    subjectId: customerId,
    after: { personId: id, ...told(input) },
  });
  await indexCustomer(tx, customerId);
  return { id };
}

/**
 * Changes somebody of a customer. Who has left is set inactive and stays in the file. Refuses CHANGED_MEANWHILE, told as a
 * change of the customer.
 */
export async function editContactPerson(
  tx: WriteTx,
  input: PersonFields & { readonly id: string; readonly version: number },
) {
  const { id, version, name, position, notes, active } = input;
  const [person] = await tx.db.select().from(contactPersons).where(eq(contactPersons.id, id));
  if (!person) return refuse('NOT_FOUND', { kind: 'contactPerson' });
  const owner = { customerId: person.customerId, contactPersonId: person.id };
  const saved = await editRecord(tx, contactPersons, {
    kind: 'contactPerson',
    act: 'customers.editPerson',
    id,
    version,
    fields: { name, position, notes, active },
    partOf: { kind: 'customer', id: person.customerId },
    also: {
      before: { personId: id, telephones: await shownTelephones(tx, owner) },
      after: { personId: id, telephones: shownOf(input) },
    },
  });
  await replaceTelephones(tx, owner, shownOf(input));
  await indexCustomer(tx, person.customerId);
  return saved;
}

/**
 * Notes that a customer, or one of its people, is reached under this number. Answers the id of the number; null when it
 * was known.
 */
export async function addTelephone(
  tx: WriteTx,
  input: TelephoneOwner & { readonly shown: string },
): Promise<string | null> {
  const { customerId, contactPersonId, shown } = input;
  const version = await refuseUnknownCustomer(tx, customerId);
  if (contactPersonId !== null) await personOfCustomer(tx, contactPersonId, customerId);
  const id = await appendTelephone(tx, input, shown);
  if (id === null) return null;
  // Somebody who has the file open must not take the new number away unknowingly.
  await tx.db
    .update(customers)
    .set({ version: version + 1 })
    .where(eq(customers.id, customerId));
  if (contactPersonId !== null)
    await tx.db
      .update(contactPersons)
      .set({ version: sql`${contactPersons.version} + 1` })
      .where(eq(contactPersons.id, contactPersonId));
  await recordAudit(tx, {
    act: 'customers.addTelephone',
    subjectKind: 'customer',
    subjectId: customerId,
    after: { contactPersonId, shown },
  });
  await numbersChanged(tx, customerId);
  return id;
}

/**
 * Gives a number that a call had brought to the person of another call, or forgets it where there is none (undefined). A
 * number that somebody has written otherwise since stays. Says whether the number is gone.
 */
export async function handOnTelephone(
  tx: WriteTx,
  number: { readonly id: string; readonly shown: string; readonly customerId: string },
  contactPersonId: string | null | undefined,
): Promise<boolean> {
  const [row] = await tx.db
    .select()
    .from(telephones)
    .where(and(eq(telephones.id, number.id), eq(telephones.customerId, number.customerId)));
  if (!row || row.shown !== number.shown || row.contactPersonId === contactPersonId) return false;
  const { customerId, shown } = row;
  const isForgotten = contactPersonId === undefined;
  if (isForgotten) await tx.db.delete(telephones).where(eq(telephones.id, row.id));
  else await tx.db.update(telephones).set({ contactPersonId }).where(eq(telephones.id, row.id));
  await recordAudit(tx, {
    act: isForgotten ? 'customers.forgetTelephone' : 'customers.handOnTelephone',
    subjectKind: 'customer',
    subjectId: customerId,
    before: { contactPersonId: row.contactPersonId, shown },
    ...(isForgotten ? {} : { after: { contactPersonId, shown } }),
  });
  await numbersChanged(tx, customerId);
  return isForgotten;
}

/** Somebody who has the file open must not save the numbers of before unknowingly. */
async function numbersChanged(tx: WriteTx, customerId: string): Promise<void> {
  const version = await refuseUnknownCustomer(tx, customerId);
  await tx.db
    .update(customers)
    .set({ version: version + 1 })
    .where(eq(customers.id, customerId));
  await indexCustomer(tx, customerId);
}

async function insertPerson(tx: WriteTx, customerId: string, input: PersonFields): Promise<string> {
  const id = newId<'contactPerson'>(tx.now);
  const { name, position, notes, active } = input;
  await tx.db.insert(contactPersons).values({ id, customerId, name, position, notes, active });
  await replaceTelephones(tx, { customerId, contactPersonId: id }, shownOf(input));
  return id;
}

/** Every change of a file passes here: the search finds it, and the duty to complete it follows. */
async function indexCustomer(tx: WriteTx, id: string): Promise<void> {
  const { name, region, address, persons } = await getCustomer(tx, { id });
  const personNames = persons.map((person) => person.name);
  const entry = customerSearchEntry({
    name,
    region,
    address,
    personNames,
    telephones: await telephonesOf(tx, [id]),
  });
  await indexForSearch(tx, { kind: 'customer', subjectId: id, ...entry });
  await followDuty(tx, customerFile, id);
}

async function refuseUnknownCustomer(tx: WriteTx, id: string): Promise<number> {
  const [found] = await tx.db
    .select({ version: customers.version })
    .from(customers)
    .where(eq(customers.id, id));
  return found?.version ?? refuse('NOT_FOUND', { kind: 'customer' });
}

function customerFields(input: CustomerFields): CustomerFields {
  const { kind, name, distanceClass, distanceKm, importance, region, address, notes, active } = input;
  return { kind, name, distanceClass, distanceKm, importance, region, address, notes, active };
}

function shownOf(input: Telephones): string[] {
  return input.telephones.map((number) => number.shown).filter((shown) => shown !== '');
}

function told(input: PersonFields) {
  const { name, position, notes, active } = input;
  return { name, position, notes, active, telephones: shownOf(input) };
}
