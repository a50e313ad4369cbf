import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { pick } from '#shared/domain/record-fields.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { given, statement } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { withFindable } from '../../desks/search/search-text.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { units } from '../../schema/units.tables.ts';
import { endedCaseStates } from './customers.rules.ts';
import { contactPersons, customers, telephones } from '../../schema/customers.tables.ts';

/** What a list shows of the row of a customer. */
const shownFields = [
  'id',
  'kind',
  'name',
  'region',
  'address',
  'notes',
  'distanceClass',
  'distanceKm',
  'importance',
  'active',
  'createdAt',
] as const;

export { callersByTelephone, possibleCallers } from './customers.caller.queries.ts';

interface CustomerListInput extends PageInput<'name' | 'createdAt'> {
  readonly filter: { readonly text?: string | undefined; readonly active?: boolean | undefined };
}

/** A page of customers. With a text, only those that have all its words in name, region, address, people or numbers. */
export async function listCustomers(tx: ReadTx, input: CustomerListInput) {
  const { text, active } = input.filter;
  const found = await foundBy(tx, 'customer', customers.id, text);
  return readPage(tx, input, {
    from: customers,
    id: customers.id,
    sorts: { name: customers.sortName, createdAt: customers.createdAt },
    found,
    where: [active === undefined ? undefined : eq(customers.active, active)],
    rows: (ids) => customerRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** What lists show of these customers, in any order. */
export async function customerRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db.select().from(customers).where(among(customers.id, ids));
  const numbers = await telephonesOf(tx, ids);
  const unitCounts = await countUnits(tx, ids);
  const openCases = await countOpenCases(tx, ids);
  return rows.map((row) => ({
    ...pick(row, shownFields),
    telephones: numbers.filter((number) => number.customerId === row.id).map((number) => number.shown),
    unitCount: unitCounts.get(row.id) ?? 0,
    openCaseCount: openCases.get(row.id) ?? 0,
  }));
}

/** A customer's whole file. Refuses NOT_FOUND. */
export async function getCustomer(tx: ReadTx, { id }: { readonly id: string }) {
  const [customer] = await tx.run(findCustomer, { id });
  if (!customer) return refuse('NOT_FOUND', { kind: 'customer' });
  const numbers = await tx.run(findTelephones, { customerId: id });
  const own = numbers.filter((number) => number.contactPersonId === null).map((number) => number.shown);
  const persons = withFindable(await contactPersonRows(tx, id), ({ name, position }) => [name, position]);
  return { ...customer, telephones: own, persons };
}

/** What a card in another screen shows of a customer; undefined when there is none. */
export async function customerForCard(tx: ReadTx, id: string) {
  const [customer] = await tx.run(findCustomer, { id });
  if (!customer) return undefined;
  const { name, importance, distanceClass, distanceKm, address, notes } = customer;
  const unitCount = (await countUnits(tx, [id])).get(id) ?? 0;
  const openCaseCount = (await countOpenCases(tx, [id])).get(id) ?? 0;
  return { id, name, importance, distanceClass, distanceKm, address, notes, unitCount, openCaseCount };
}

/** The people of a customer with their numbers: active ones first, in the order in which they were added. */
export async function contactPersonRows(tx: ReadTx, customerId: string) {
  const persons = await tx.run(findPersons, { customerId });
  const numbers = persons.length === 0 ? [] : await tx.run(findTelephones, { customerId });
  return persons
    .map(({ id, name, position, notes, active, version }) => ({
      id,
      version,
      name,
      position,
      notes,
      active,
      telephones: numbers.filter((number) => number.contactPersonId === id).map((number) => number.shown),
    }))
    .toSorted((one, other) => Number(other.active) - Number(one.active));
}

/** Names by id, for lists and papers. */
export async function customerNames(
  tx: ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(among(customers.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** All telephone numbers of these customers: a customer's own before those of its people, as they were written down. */
export async function telephonesOf(tx: ReadTx, customerIds: readonly string[]) {
  const rows = await tx.db
    .select()
    .from(telephones)
    .where(among(telephones.customerId, customerIds))
    .orderBy(asc(telephones.position), asc(telephones.id));
  return rows.toSorted(
    (one, other) => Number(one.contactPersonId !== null) - Number(other.contactPersonId !== null),
  );
}

/** A page's worth of counts costs one walk along an index each. */
async function countUnits(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: units.customerId, count: sql<number>`cast(count(*) as bigint)` })
    .from(units)
    .where(and(among(units.customerId, ids), eq(units.active, true)))
    .groupBy(units.customerId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

async function countOpenCases(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ id: cases.customerId, count: sql<number>`cast(count(*) as bigint)` })
    .from(cases)
    .where(and(among(cases.customerId, ids), notInArray(cases.state, [...endedCaseStates])))
    .groupBy(cases.customerId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

const findCustomer = statement('customers.find', (db) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.id, given('id'))),
);

const findPersons = statement('customers.persons', (db) =>
  db
    .select()
    .from(contactPersons)
    .where(eq(contactPersons.customerId, given('customerId')))
    .orderBy(asc(contactPersons.id)),
);

const findTelephones = statement('customers.telephones', (db) =>
  db
    .select()
    .from(telephones)
    .where(eq(telephones.customerId, given('customerId')))
    .orderBy(asc(telephones.position), asc(telephones.id)),
);
