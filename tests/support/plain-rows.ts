import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { customerSortKeys } from '#host/modules/customers/customers.sort-keys.service.ts';
import { customers } from '#host/schema/customers.tables.ts';
import { partSortKeys } from '#host/modules/parts/parts.sort-keys.service.ts';
import { parts } from '#host/schema/parts.tables.ts';
import { stockAccounts } from '#host/schema/stock.tables.ts';
import { products, units } from '#host/schema/units.tables.ts';
import { plainCustomer, plainPart, plainUnit } from './plain-records.ts';

// Plain records straight into the tables, for tests of modules that stand above: no audit trail, no search.

type CustomerRow = typeof customers.$inferInsert;
type ProductRow = typeof products.$inferInsert;
type UnitRow = typeof units.$inferInsert;
type CaseRow = typeof cases.$inferInsert;
type PartRow = typeof parts.$inferInsert;
type AccountRow = typeof stockAccounts.$inferInsert;

/** A bus company. */
export async function insertCustomer(tx: WriteTx, over: Partial<CustomerRow> = {}) {
  const id = newId<'customer'>();
  const fields = { ...plainCustomer, name: '市第二公交公司', createdAt: tx.now, version: 1, ...over };
  await tx.db.insert(customers).values({ id, ...customerSortKeys(fields), ...fields });
  return id;
}

/** A model of bus. */
export async function insertProduct(tx: WriteTx, over: Partial<ProductRow> = {}) {
  const id = newId<'product'>();
  await tx.db.insert(products).values({
    id,
    code: id,
    codeKey: id,
    name: '客车',
    productLine: 'bus',
    active: true,
    version: 1,
    ...over,
  });
  return id;
}

/** A bus of a customer. */
export async function insertUnit(
  tx: WriteTx,
  over: Partial<UnitRow> & Pick<UnitRow, 'customerId' | 'productId'>,
) {
  const id = newId<'unit'>();
  await tx.db.insert(units).values({
    id,
    ...plainUnit,
    serialNumber: id,
    plate: '粤B·3K721D',
    createdAt: tx.now,
    version: 1,
    ...over,
  });
  return id;
}

/** A case of a unit, just registered. */
export async function insertCase(tx: WriteTx, over: Partial<CaseRow> & Pick<CaseRow, 'customerId'>) {
  const id = newId<'case'>();
  await tx.db.insert(cases).values({
    id,
    number: `FW-${id}`,
    state: 'registered',
    category: 'repair',
    urgency: 'limping',
    symptom: '起步后水温高报警',
    openedAt: tx.now,
    version: 1,
    ...over,
  });
  return id;
}

/** A pump. */
export async function insertPart(tx: WriteTx, over: Partial<PartRow> = {}) {
  const id = newId<'part'>();
  const fields = {
    ...plainPart,
    number: `1307010-${id}`,
    createdAt: tx.now,
    version: 1,
    numberKey: id,
    ...over,
  };
  await tx.db.insert(parts).values({ id, ...partSortKeys(fields), ...fields });
  return id;
}

/** A place in the house that holds parts. */
export async function insertAccount(tx: WriteTx, over: Partial<AccountRow> & Pick<AccountRow, 'kind'>) {
  const id = newId<'stockAccount'>();
  await tx.db
    .insert(stockAccounts)
    .values({ id, code: id, codeKey: id, name: over.kind, inside: true, active: true, version: 1, ...over });
  return id;
}
