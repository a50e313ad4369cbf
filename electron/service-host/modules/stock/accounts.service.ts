import { and, eq, gt } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { codeKey as keyOf } from '#shared/domain/code-key.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import { insideAccountKinds, type AccountKind } from '#shared/domain/states.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { noteRenamed } from '../../desks/search/search.service.ts';
import { freeKey } from '../taken-code.ts';
import { people } from '../../schema/people.tables.ts';
import { faultsOfAccount, faultsOfAccountChange, isWellKnown, wellKnownHolder } from './accounts.rules.ts';
import { stockAccounts, stockBalances, warehouses } from '../../schema/stock.tables.ts';

interface AccountFields {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly warehouseId: string | null;
  readonly personId: string | null;
  readonly active: boolean;
}

/** Adds a warehouse (`id` null) or changes one. Refuses CODE_TAKEN, and ACCOUNT_NOT_EMPTY when stock lies in one to be closed. */
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
  const [before] = await tx.db
    .select({ code: warehouses.code, key: warehouses.codeKey })
    .from(warehouses)
    .where(eq(warehouses.id, id ?? ''));
  const codeKey = await freeKey({ field: 'code', code, before }, async (key) => {
    const [holder] = await tx.db.select().from(warehouses).where(eq(warehouses.codeKey, key));
    return holder && `${holder.code} ${holder.name}`;
  });
  if (id !== null) {
    if (!active) await refuseFilled(tx, eq(stockAccounts.warehouseId, id));
    return editRecord(tx, warehouses, {
      kind: 'warehouse',
      act: 'stock.editWarehouse',
      id,
      version,
      fields: { ...fields, codeKey },
      secret: ['codeKey'],
    });
  }
  const made: string = newId<'warehouse'>(tx.now);
  await tx.db.insert(warehouses).values({ id: made, ...fields, codeKey, version: 1 });
  await recordAudit(tx, {
    act: 'stock.createWarehouse',
    subjectKind: 'warehouse',
    subjectId: made,
    after: fields,
  });
  return { id: made, version: 1 };
}

/** Adds a place that holds parts. Refuses CODE_TAKEN for a code in use, ALREADY_EXISTS for a second account in use of a person. */
export async function createAccount(tx: WriteTx, input: AccountFields) {
  const { code, name, kind, warehouseId, personId, active } = input;
  const issues = faultsOfAccount(input);
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  refuseWellKnown(code);
  const codeKey = await freeAccountKey(tx, code);
  if (warehouseId !== null) await refuseUnknownWarehouse(tx, warehouseId);
  if (personId !== null) {
    const person = await personOf(tx, personId);
    await refuseSecondAccount(tx, { ...person, personId }, null);
  }
  return insertAccount(tx, { code, name, kind, warehouseId, personId, active }, codeKey);
}

/**
 * Changes a place that holds parts. Refuses ACCOUNT_NOT_EMPTY when one that holds some is to be closed, ALREADY_EXISTS for a
 * second account in use of a person, and faults of the fields that an account keeps once something was drawn on it.
 */
export async function editAccount(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly code: string;
    readonly name: string;
    readonly warehouseId: string | null;
    /** Left out, the person stays. */
    readonly personId?: string | null | undefined;
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
  const { personId = before.personId } = input;
  const issues = [
    ...faultsOfAccount({ ...before, warehouseId, personId }),
    ...faultsOfAccountChange(
      { ...before, used: used !== undefined },
      { code, warehouseId, personId, active },
    ),
  ];
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
  if (!isWellKnown(before.code)) refuseWellKnown(code);
  const codeKey = await freeAccountKey(tx, code, { code: before.code, key: before.codeKey });
  if (warehouseId !== null && warehouseId !== before.warehouseId)
    await refuseUnknownWarehouse(tx, warehouseId);
  if (personId !== null && (personId !== before.personId || (active && !before.active)))
    await refuseSecondAccount(tx, { ...(await personOf(tx, personId)), personId }, id);
  if (!active && before.inside) await refuseFilled(tx, eq(stockAccounts.id, id));
  const fields = { code, name, warehouseId, personId, active };
  if (name !== before.name) await noteRenamed(tx, 'stockAccount', id);
  return editRecord(tx, stockAccounts, {
    kind: 'stockAccount',
    act: 'stock.editAccount',
    id,
    version,
    fields: { ...fields, codeKey },
    secret: ['codeKey'],
  });
}

/** The account that parts handed to a person are charged to; made when the person has none yet. Refuses NOT_FOUND. */
export async function accountOfPerson(tx: WriteTx, personId: string): Promise<Id<'stockAccount'>> {
  const known = await accountIdOf(tx, personId);
  if (known) return known;
  const person = await personOf(tx, personId);
  const wanted = `P-${person.signInName}`;
  const [taken] = await tx.run(findHolder, { key: keyOf(wanted) });
  // An account that was closed keeps its code.
  const other = `P-${personId}`;
  const [alsoTaken] = taken ? await tx.run(findHolder, { key: keyOf(other) }) : [];
  const code = alsoTaken ? `P-${newId(tx.now)}` : taken ? other : wanted;
  const fields = {
    code,
    name: person.name,
    kind: 'technician',
    warehouseId: null,
    personId,
    active: true,
  } as const;
  return (await insertAccount(tx, fields, keyOf(code))).id;
}

async function insertAccount(
  tx: WriteTx,
  fields: AccountFields,
  codeKey: string,
): Promise<{ id: Id<'stockAccount'>; version: number }> {
  const id = newId<'stockAccount'>(tx.now);
  await tx.db
    .insert(stockAccounts)
    .values({ id, ...fields, codeKey, inside: insideAccountKinds.includes(fields.kind), version: 1 });
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

/** A person has one account in use; the refusal names it. */
async function refuseSecondAccount(
  tx: ReadTx,
  { personId, name }: { readonly personId: string; readonly name: string },
  ownId: string | null,
): Promise<void> {
  const [other] = await tx.run(findPersonAccount, { personId });
  if (other && other.id !== ownId)
    refuse('ALREADY_EXISTS', { field: 'personId', value: `${name} (${other.code} ${other.name})` });
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

/** The code of an account that the program makes for itself is nobody's, whether it was made yet or not. */
function refuseWellKnown(code: string): void {
  const holder = wellKnownHolder(code);
  if (holder !== undefined) refuse('CODE_TAKEN', { field: 'code', value: code, holder });
}

function freeAccountKey(
  tx: ReadTx,
  code: string,
  before?: { readonly code: string; readonly key: string },
): Promise<string> {
  return freeKey({ field: 'code', code, before }, async (key) => {
    const [holder] = await tx.run(findHolder, { key });
    return holder && `${holder.code} ${holder.name}`;
  });
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

const findHolder = statement('stock.findHolder', (db) =>
  db
    .select({ code: stockAccounts.code, name: stockAccounts.name })
    .from(stockAccounts)
    .where(eq(stockAccounts.codeKey, given('key'))),
);

const findPersonAccount = statement('stock.findPersonAccount', (db) =>
  db
    .select({ id: stockAccounts.id, code: stockAccounts.code, name: stockAccounts.name })
    .from(stockAccounts)
    .where(and(eq(stockAccounts.personId, given('personId')), eq(stockAccounts.active, true)))
    .limit(1),
);
