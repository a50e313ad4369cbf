import { eq } from 'drizzle-orm';
import type { Moment } from '#shared/domain/days.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { given, statement } from '../../database/statement.ts';
import { cases } from '../../schema/cases.tables.ts';
import { contactPersons, customers } from '../../schema/customers.tables.ts';
import { people } from '../../schema/people.tables.ts';
import { stockAccounts, warehouses } from '../../schema/stock.tables.ts';
import { components, units } from '../../schema/units.tables.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';
import { refuseApart, type Named } from './relations.rules.ts';

/*
 * Whose is what. Every service that takes two ids asks here whether they belong together, by the function that has the
 * name of the relation. Each refuses NOT_FOUND for a record that does not exist, and DOES_NOT_BELONG for one of somebody
 * else. What a record names already, it keeps: a case stays about its unit when the unit is sold on.
 */

/** What the relations of a case need of it. */
export interface CaseNamed {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly unitId: string | null;
}

/** A contact person speaks for the customer. */
export async function personOfCustomer(tx: ReadTx, personId: string, customerId: string): Promise<void> {
  const [person] = await tx.run(findContactPerson, { id: personId });
  if (!person) return refuse('NOT_FOUND', { kind: 'contactPerson' });
  if (person.customerId !== customerId)
    refuseApart({ kind: 'contactPerson', name: person.name }, await customerNamed(tx, customerId));
}

/** A unit is the customer's now. */
export async function unitOfCustomer(tx: ReadTx, unitId: string, customerId: string): Promise<void> {
  const unit = await unitNamed(tx, unitId);
  if (unit.customerId !== customerId) refuseApart(unit, await customerNamed(tx, customerId));
}

/** A unit is the one a case is about; while the case names none, it is one of the customer of the case. */
export async function unitOfCase(tx: ReadTx, unitId: string, found: CaseNamed): Promise<void> {
  if (found.unitId === unitId) return;
  if (found.unitId === null) return unitOfCustomer(tx, unitId, found.customerId);
  refuseApart(await unitNamed(tx, unitId), caseNamed(found));
}

/** A case is the customer's. */
export async function caseOfCustomer(tx: ReadTx, found: CaseNamed, customerId: string): Promise<void> {
  if (found.customerId !== customerId) refuseApart(caseNamed(found), await customerNamed(tx, customerId));
}

/** A case that something new can be hung on. Refuses WRONG_STATE for one that is closed or void. */
export async function caseAtWork(tx: ReadTx, caseId: string): Promise<typeof cases.$inferSelect> {
  const [found] = await tx.run(findCase, { id: caseId });
  if (!found) return refuse('NOT_FOUND', { kind: 'case' });
  const { number, state } = found;
  if (state === 'closed' || state === 'void') refuse('WRONG_STATE', { number, state });
  return found;
}

/** When a case was opened, whatever has become of it. Refuses NOT_FOUND. */
export async function openingOfCase(tx: ReadTx, caseId: string): Promise<Moment> {
  const [found] = await tx.run(findCase, { id: caseId });
  return found ? found.openedAt : refuse('NOT_FOUND', { kind: 'case' });
}

/** Judgements are made on the unit, and not for another case of it. */
export async function judgementsOfUnit(
  tx: ReadTx,
  judgementIds: readonly string[],
  document: { readonly unitId: string | null; readonly caseId: string | null },
): Promise<void> {
  if (judgementIds.length === 0) return;
  const { unitId, caseId } = document;
  if (unitId === null) return refuse('INVALID_INPUT', { issues: [{ path: 'unitId', code: 'required' }] });
  const wanted = [...new Set(judgementIds)];
  const found = await tx.db
    .select({
      number: warrantyJudgements.number,
      unitId: warrantyJudgements.unitId,
      caseId: warrantyJudgements.caseId,
    })
    .from(warrantyJudgements)
    .where(among(warrantyJudgements.id, wanted));
  if (found.length < wanted.length) refuse('NOT_FOUND', { kind: 'judgement' });
  for (const judgement of found) {
    const named = { kind: 'judgement', name: judgement.number };
    if (judgement.unitId !== unitId) refuseApart(named, await unitNamed(tx, unitId));
    if (caseId !== null && judgement.caseId !== null && judgement.caseId !== caseId) {
      const [other] = await tx.run(findCase, { id: caseId });
      if (other) refuseApart(named, caseNamed(other));
    }
  }
}

/** A component is built into the unit. Gives its row. */
export async function componentOfUnit(tx: ReadTx, componentId: string, unitId: string) {
  const [component] = await tx.db.select().from(components).where(eq(components.id, componentId));
  if (!component) return refuse('NOT_FOUND', { kind: 'component' });
  if (component.unitId !== unitId)
    refuseApart({ kind: 'component', name: component.name }, await unitNamed(tx, unitId));
  return component;
}

/** An account is of one of these kinds and in use, and so is the warehouse it lies in. Refuses ACCOUNT_NOT_USABLE otherwise. */
export async function accountOfKind(
  tx: ReadTx,
  accountId: string,
  kinds: readonly AccountKind[],
): Promise<void> {
  const [account] = await tx.run(findAccount, { id: accountId });
  if (!account) return refuse('NOT_FOUND', { kind: 'stockAccount' });
  const isOpen = account.active && account.warehouseActive !== false;
  if (!isOpen || !kinds.includes(account.kind)) refuse('ACCOUNT_NOT_USABLE', { account: account.name });
}

/** Somebody works here and has not left. */
export async function personAtWork(tx: ReadTx, personId: string): Promise<void> {
  const [person] = await tx.run(findPerson, { id: personId });
  if (!person?.active) refuse('NOT_FOUND', { kind: 'person' });
}

/** A unit by what it goes by, and whose it is. Refuses NOT_FOUND. */
export async function unitNamed(
  tx: ReadTx,
  unitId: string,
): Promise<Named & { readonly customerId: string }> {
  const [unit] = await tx.run(findUnit, { id: unitId });
  if (!unit) return refuse('NOT_FOUND', { kind: 'unit' });
  return { kind: 'unit', name: unit.plate || unit.serialNumber, customerId: unit.customerId };
}

/** A customer by name. Refuses NOT_FOUND. */
export async function customerNamed(tx: ReadTx, customerId: string): Promise<Named> {
  const [customer] = await tx.run(findCustomer, { id: customerId });
  return customer ? { kind: 'customer', name: customer.name } : refuse('NOT_FOUND', { kind: 'customer' });
}

function caseNamed({ number }: Pick<CaseNamed, 'number'>): Named {
  return { kind: 'case', name: number };
}

const findContactPerson = statement('relations.contactPerson', (db) =>
  db
    .select({ name: contactPersons.name, customerId: contactPersons.customerId })
    .from(contactPersons)
    .where(eq(contactPersons.id, given('id'))),
);

const findUnit = statement('relations.unit', (db) =>
  db
    .select({ plate: units.plate, serialNumber: units.serialNumber, customerId: units.customerId })
    .from(units)
    .where(eq(units.id, given('id'))),
);

const findCustomer = statement('relations.customer', (db) =>
  db
    .select({ name: customers.name })
    .from(customers)
    .where(eq(customers.id, given('id'))),
);

const findCase = statement('relations.case', (db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.id, given('id'))),
);

const findPerson = statement('relations.person', (db) =>
  db
    .select({ active: people.active })
    .from(people)
    .where(eq(people.id, given('id'))),
);

const findAccount = statement('relations.account', (db) =>
  db
    .select({
      name: stockAccounts.name,
      kind: stockAccounts.kind,
      active: stockAccounts.active,
      warehouseActive: warehouses.active,
    })
    .from(stockAccounts)
    .leftJoin(warehouses, eq(warehouses.id, stockAccounts.warehouseId))
    .where(eq(stockAccounts.id, given('id'))),
);
