import { eq } from 'drizzle-orm';
import type { CustomerKind } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { sortKeyOf } from '../sort-key.ts';
import { customers } from '../../schema/customers.tables.ts';

/** What a customer is sorted by. */
export function customerSortKeys({ name, kind }: { readonly name: string; readonly kind: CustomerKind }) {
  return { sortName: sortKeyOf(name, kind === 'private') };
}

/** Sorts a customer by its name as it is now. */
export async function keepCustomerSortKeys(
  tx: WriteTx,
  id: string,
  fields: { readonly name: string; readonly kind: CustomerKind },
): Promise<void> {
  await tx.db.update(customers).set(customerSortKeys(fields)).where(eq(customers.id, id));
}

/** Fills the keys of at most `limit` customers of an older program; says of how many. */
export async function fillCustomerSortKeys(tx: WriteTx, limit: number): Promise<number> {
  const { id, name, kind, sortName } = customers;
  const rows = await tx.db.select({ id, name, kind }).from(customers).where(eq(sortName, '')).limit(limit);
  for (const row of rows) await keepCustomerSortKeys(tx, row.id, row);
  return rows.length;
}
