import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { averageCostFen, type Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { present } from '#shared/domain/assert.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts, stockBalances } from '../../schema/stock.tables.ts';

/** What is where of a part now. */
export interface StockOfPart {
  /** In bins. */
  readonly onHandQuantity: Quantity;
  /** In bins and not promised to an approved requisition; below zero when more is promised than is there. */
  readonly availableQuantity: Quantity;
  /** With technicians, stations and shipments. */
  readonly outsideQuantity: Quantity;
  /** Codes of the bins that hold some. */
  readonly bins: readonly string[];
  /** Moving weighted average over the house; old parts are worth nothing and do not count. */
  readonly averageCostFen: Fen;
}

/** A quantity of a part in one account of the house. */
export interface InsideBalance {
  readonly partId: string;
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly warehouseId: string | null;
  readonly quantity: Quantity;
  readonly valueFen: Fen;
}

/** The stock of each of these parts; with `warehouseId`, on hand and available in the bins of that warehouse alone. */
export async function stockOfParts(
  tx: ReadTx,
  partIds: readonly string[],
  warehouseId?: string,
): Promise<ReadonlyMap<string, StockOfPart>> {
  const balances = Map.groupBy(await insideBalances(tx, partIds), (balance) => balance.partId);
  const promised = await promisedQuantities(tx, partIds);
  return new Map(
    partIds.map((partId) => [
      partId,
      summary(balances.get(partId) ?? [], promised.get(partId) ?? 0, warehouseId),
    ]),
  );
}

/** Every account of the house that holds some of these parts, by code. */
export async function insideBalances(tx: ReadTx, partIds: readonly string[]): Promise<InsideBalance[]> {
  return tx.db
    .select({
      partId: stockBalances.partId,
      accountId: stockBalances.accountId,
      code: stockAccounts.code,
      name: stockAccounts.name,
      kind: stockAccounts.kind,
      warehouseId: stockAccounts.warehouseId,
      quantity: stockBalances.quantity,
      valueFen: stockBalances.valueFen,
    })
    .from(stockBalances)
    .innerJoin(stockAccounts, eq(stockAccounts.id, stockBalances.accountId))
    .where(
      and(
        among(stockBalances.partId, partIds),
        eq(stockBalances.inside, true),
        gt(stockBalances.quantity, 0),
      ),
    )
    .orderBy(asc(stockAccounts.code));
}

/** What approved requisitions still have to be given, by part. */
async function promisedQuantities(
  tx: ReadTx,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, Quantity>> {
  const open = sql<number>`cast(sum(${requisitionLines.quantity} - ${requisitionLines.issuedQuantity}) as bigint)`;
  const rows = await tx.db
    .select({ partId: requisitionLines.partId, open })
    .from(requisitionLines)
    .innerJoin(requisitions, eq(requisitions.id, requisitionLines.requisitionId))
    .where(
      and(
        among(requisitionLines.partId, partIds),
        inArray(requisitions.state, ['approved', 'partlyIssued']),
        eq(requisitions.restClosed, false),
      ),
    )
    .groupBy(requisitionLines.partId);
  return new Map(rows.map((row) => [row.partId, present(row.open, 'a sum over at least one line')]));
}

function summary(
  balances: readonly InsideBalance[],
  promised: Quantity,
  warehouseId: string | undefined,
): StockOfPart {
  const inBins = balances.filter((balance) => balance.kind === 'bin');
  const shown =
    warehouseId === undefined ? inBins : inBins.filter((balance) => balance.warehouseId === warehouseId);
  const valued = balances.filter((balance) => balance.kind !== 'oldParts');
  const onHandQuantity = total(shown, 'quantity');
  return {
    onHandQuantity,
    // What is promised is promised by the house, not by a warehouse.
    availableQuantity: Math.min(onHandQuantity, total(inBins, 'quantity') - promised),
    outsideQuantity: total(valued, 'quantity') - total(inBins, 'quantity'),
    bins: shown.map((balance) => balance.code),
    averageCostFen: averageCostFen(total(valued, 'valueFen'), total(valued, 'quantity')),
  };
}

function total(balances: readonly InsideBalance[], what: 'quantity' | 'valueFen'): number {
  return balances.reduce((sum, balance) => sum + balance[what], 0);
}
