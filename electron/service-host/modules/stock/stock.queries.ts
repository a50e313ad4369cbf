import { asc } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { insideBalances, stockOfParts, type InsideBalance } from '../parts/parts.stock.queries.ts';
import { withFindable } from '../../desks/search/search-text.ts';
import { stockAccounts, warehouses } from '../../schema/stock.tables.ts';

/** Every warehouse by code. */
export async function listWarehouses(tx: ReadTx) {
  return withFindable(
    await tx.db.select().from(warehouses).orderBy(asc(warehouses.code)),
    ({ code, name }) => [code, name],
  );
}

/** Every stock account, or those of these kinds, by kind and code. */
export async function listAccounts(
  tx: ReadTx,
  input: { readonly kinds?: readonly AccountKind[] | undefined },
) {
  const accounts = await tx.db
    .select()
    .from(stockAccounts)
    .where(input.kinds && among(stockAccounts.kind, input.kinds))
    .orderBy(asc(stockAccounts.kind), asc(stockAccounts.code));
  return withFindable(accounts, ({ code, name }) => [code, name]);
}

/** What can still be promised of each of these parts: in bins, less what approved requisitions wait for. */
export async function availableQuantities(
  tx: ReadTx,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, Quantity>> {
  const stock = await stockOfParts(tx, partIds);
  return new Map([...stock].map(([partId, { availableQuantity }]) => [partId, availableQuantity]));
}

/** The bins that hold some of each of these parts, by code. */
export async function binBalances(
  tx: ReadTx,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, readonly InsideBalance[]>> {
  const balances = await insideBalances(tx, partIds);
  return Map.groupBy(
    balances.filter((balance) => balance.kind === 'bin'),
    (balance) => balance.partId,
  );
}
