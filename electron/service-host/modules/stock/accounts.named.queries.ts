import { eq, inArray } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { calling } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { stockAccounts, warehouses } from '../../schema/stock.tables.ts';

/** A stock account as other records name it, and the person whose account it is. */
export interface AccountName {
  readonly code: string;
  readonly name: string;
  readonly personId: string | null;
}

/** The stock accounts with these ids. */
export const accountsNamed = calling<AccountName>(
  'accounts.named',
  { code: '', name: '', personId: null },
  (db, ids) =>
    db
      .select({
        id: stockAccounts.id,
        code: stockAccounts.code,
        name: stockAccounts.name,
        personId: stockAccounts.personId,
      })
      .from(stockAccounts)
      .where(inArray(stockAccounts.id, ids)),
);

/** The names of the warehouses that some accounts belong to. */
export async function warehouseNames(tx: ReadTx, accountIds: readonly string[]): Promise<string> {
  const rows = await tx.db
    .selectDistinct({ name: warehouses.name })
    .from(stockAccounts)
    .innerJoin(warehouses, eq(warehouses.id, stockAccounts.warehouseId))
    .where(among(stockAccounts.id, accountIds));
  return rows.map((row) => row.name).join('、');
}
