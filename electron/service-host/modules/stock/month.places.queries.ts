import { and, asc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Day } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { holders, placeLines, type PlaceLine } from './month.rules.ts';
import { stockAccounts, stockBalances, stockMovements, warehouses } from '../../schema/stock.tables.ts';

interface Days {
  readonly firstDay: Day;
  readonly nextFirstDay: Day;
}

/**
 * The places that the house is made of, in money: each warehouse, the holders together, and what moved between them, which
 * is both in and out there and neither in the house. Places where nothing lay and nothing moved are left out.
 */
export async function placesOfMonth(tx: ReadTx, { firstDay, nextFirstDay }: Days): Promise<PlaceLine[]> {
  const { day } = stockMovements;
  const accounts = await tx.db.select().from(stockAccounts);
  const places = new Map(accounts.map((account) => [account.id as string, placeOf(account)]));
  const at = (accountId: string) => places.get(accountId) ?? '';
  const held = await tx.db
    .select({ accountId: stockBalances.accountId, valueFen: sum(stockBalances.valueFen) })
    .from(stockBalances)
    .where(eq(stockBalances.inside, true))
    .groupBy(stockBalances.accountId);
  const crossings = async (days: SQL | undefined) =>
    (await flows(tx, days)).map((flow) => ({ ...flow, from: at(flow.from), to: at(flow.to) }));
  const names = await tx.db
    .select({ id: warehouses.id, name: warehouses.name })
    .from(warehouses)
    .orderBy(asc(warehouses.code));
  return placeLines(
    names,
    held.map(({ accountId, valueFen }) => ({ place: at(accountId), valueFen })),
    await crossings(and(gte(day, firstDay), lt(day, nextFirstDay))),
    await crossings(gte(day, nextFirstDay)),
  );
}

/** What moved from account to account; a reversal is told apart, because it takes back. */
async function flows(tx: ReadTx, days: SQL | undefined) {
  const { fromAccountId, toAccountId, reversesSequence, valueFen } = stockMovements;
  const isReversal = sql<number>`case when ${reversesSequence} is null then 0 else 1 end`;
  return tx.db
    .select({ from: fromAccountId, to: toAccountId, isReversal, valueFen: sum(valueFen) })
    .from(stockMovements)
    .where(days)
    .groupBy(fromAccountId, toAccountId, isReversal);
}

/** The warehouse of a bin, the holders for what else is inside, nothing for the outside and for old parts. */
function placeOf({ inside, kind, warehouseId }: typeof stockAccounts.$inferSelect): string {
  if (!inside || kind === 'oldParts') return '';
  return kind === 'bin' && warehouseId !== null ? warehouseId : holders;
}

function sum(figure: SQLiteColumn): SQL<number> {
  return sql<number>`cast(coalesce(sum(${figure}), 0) as bigint)`;
}
