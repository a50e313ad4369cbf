import { and, eq, gt, ne } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import { insideAccountKinds, type AccountKind } from '#shared/domain/states.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { editRecord } from '../edit-record.ts';
import { people } from '../people/people.tables.ts';
import { faultsOfAccount, faultsOfAccountChange, isWellKnown } from './accounts.rules.ts';
import { stockAccounts, stockBalances, warehouses } from './stock.tables.ts';

interface AccountFields {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly warehouseId: string | null;
  readonly personId: string | null;
  readonly active: boolean;
}

/** Adds a warehouse (`id` null) or changes one. Refuses ALREADY_EXISTS, and ACCOUNT_NOT_EMPTY when stock lies in one to be closed. */
export async function saveWarehouse(
  tx: WriteTx,
  input: {
    readonly id: string | null;
    readonly version: number;
    readonly code: string;
    readonly name: string;
    readonly active: boolean;
  },
) {
  const { id, version, code, name, active } = input;
  const fields = { code, name, active };
  const [taken] = await tx.db
    .select({ id: warehouses.id })
    .from(warehouses)
    .where(and(eq(warehouses.code, code), ne(warehouses.id, id ?? '')));
  if (taken) refuse('ALREADY_EXISTS', { field: 'code', value: code });
  if (id !== null) {
    if (!active) await refuseFilled(tx, eq(stockAccounts.warehouseId, id));
    return editRecord(tx, warehouses, { kind: 'warehouse', act: 'stock.editWarehouse', id, version, fields });
  }
  const made: string = newId<'warehouse'>(tx.now);
  await tx.db.insert(warehouses).values({ id: made, ...fields, version: 1 });
  await recordAudit(tx, {
    act: 'stock.createWarehouse',
    subjectKind: 'warehouse',
    subjectId: made,
    after: fields,
  });
  return { id: made, version: 1 };
}

/** Adds a place that holds parts. Refuses ALREADY_EXISTS for a code in use, and for a second account of one person. */
export async function createAccount(tx: WriteTx, input: AccountFields) {
  const { code, name, kind, warehouseId, personId, active } = input;
  const issues = faultsOfAccount(input);
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  if (isWellKnown(code)) refuse('ALREADY_EXISTS', { field: 'code', value: code });
  await refuseTaken(tx, '', code);
  if (warehouseId !== null) await refuseUnknownWarehouse(tx, warehouseId);
  if (personId !== null) {
    const person = await personOf(tx, personId);
    if (await accountIdOf(tx, personId)) refuse('ALREADY_EXISTS', { field: 'personId', value: person.name });
  }
  return insertAccount(tx, { code, name, kind, warehouseId, personId, active });
}

/**
 * Changes a place that holds parts. Refuses ACCOUNT_NOT_EMPTY when one that holds some is to be closed, and faults of the
 * fields that an account keeps for life.
 */
export async function editAccount(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly code: string;
    readonly name: string;
    readonly warehouseId: string | null;
    readonly active: boolean;
  },
) {
  const { id, version, code, name, warehouseId, active } = input;
  const [before] = await tx.db.select().from(stockAccounts).where(eq(stockAccounts.id, id));
  if (!before) return refuse('NOT_FOUND', { kind: 'stockAccount' });
  const [used] = await tx.db
    .select({ partId: stockBalances.partId })
    .from(stockBalances)
    .where(eq(stockBalances.accountId, id))
    .limit(1);
  const issues = [
    ...faultsOfAccount({ ...before, warehouseId }),
    ...faultsOfAccountChange({ ...before, used: used !== undefined }, { code, warehouseId, active }),
  ];
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  await refuseTaken(tx, id, code);
  if (warehouseId !== null && warehouseId !== before.warehouseId)
    await refuseUnknownWarehouse(tx, warehouseId);
  if (!active && before.inside) await refuseFilled(tx, eq(stockAccounts.id, id));
  const fields = { code, name, warehouseId, active };
  return editRecord(tx, stockAccounts, {
    kind: 'stockAccount',
    act: 'stock.editAccount',
    id,
    version,
    fields,
  });
}

/** The account that parts handed to a person are charged to; made when the person has none yet. Refuses NOT_FOUND. */
export async function accountOfPerson(tx: WriteTx, personId: string): Promise<Id<'stockAccount'>> {
  const known = await accountIdOf(tx, personId);
  if (known) return known;
  const person = await personOf(tx, personId);
  const wanted = `P-${person.signInName}`;
  const [taken] = await tx.run(findCode, { code: wanted });
  const code = taken ? `P-${personId}` : wanted;
  return (
    await insertAccount(tx, {
      code,
      name: person.name,
      kind: 'technician',
      warehouseId: null,
      personId,
      active: true,
    })
  ).id;
}

async function insertAccount(
  tx: WriteTx,
  fields: AccountFields,
): Promise<{ id: Id<'stockAccount'>; version: number }> {
  const id = newId<'stockAccount'>(tx.now);
  await tx.db
    .insert(stockAccounts)
    .values({ id, ...fields, inside: insideAccountKinds.includes(fields.kind), version: 1 });
  await recordAudit(tx, {
    act: 'stock.createAccount',
    subjectKind: 'stockAccount',
    subjectId: id,
    after: fields,
  });
  return { id, version: 1 };
}

async function accountIdOf(tx: ReadTx, personId: string): Promise<Id<'stockAccount'> | undefined> {
  const [account] = await tx.run(findPersonAccount, { personId });
  return account?.id;
}

/** Somebody who works here. Who has left gets no account. */
async function personOf(
  tx: ReadTx,
  personId: string,
): Promise<{ readonly name: string; readonly signInName: string }> {
  const [person] = await tx.db
    .select({ name: people.name, signInName: people.signInName })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)));
  return person ?? refuse('NOT_FOUND', { kind: 'person' });
}

async function refuseTaken(tx: ReadTx, id: string, code: string): Promise<void> {
  const [taken] = await tx.run(findCode, { code });
  if (taken && taken.id !== id) refuse('ALREADY_EXISTS', { field: 'code', value: code });
}

async function refuseUnknownWarehouse(tx: ReadTx, warehouseId: string): Promise<void> {
  const [known] = await tx.db
    .select({ id: warehouses.id })
    .from(warehouses)
    .where(and(eq(warehouses.id, warehouseId), eq(warehouses.active, true)));
  if (!known) refuse('INVALID_INPUT', { issues: [{ path: 'warehouseId', code: 'choice' }] });
}

async function refuseFilled(tx: ReadTx, which: ReturnType<typeof eq>): Promise<void> {
  const [filled] = await tx.db
    .select({ name: stockAccounts.name })
    .from(stockAccounts)
    .innerJoin(stockBalances, eq(stockBalances.accountId, stockAccounts.id))
    .where(and(which, gt(stockBalances.quantity, 0)))
    .limit(1);
  if (filled) refuse('ACCOUNT_NOT_EMPTY', { account: filled.name });
}

const findCode = statement('stock.findCode', (db) =>
  db
    .select({ id: stockAccounts.id })
    .from(stockAccounts)
    .where(eq(stockAccounts.code, given('code'))),
);

const findPersonAccount = statement('stock.findPersonAccount', (db) =>
  db
    .select({ id: stockAccounts.id })
    .from(stockAccounts)
    .where(eq(stockAccounts.personId, given('personId')))
    .limit(1),
);
