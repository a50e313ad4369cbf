import { and, asc, eq, gt, gte, ne, or, sql, type SQL } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { addMonths, dayOf } from '#shared/domain/days.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { codeKey } from '#shared/domain/code-key.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { foundBy, searchIds } from '../../desks/search/search.queries.ts';
import { sortedByName } from '../sort-key.ts';
import { stockAccounts, stockBalances, stockMovements } from '../../schema/stock.tables.ts';
import { monthlyAverage } from './parts.rules.ts';
import { insideBalances, stockOfParts } from './parts.stock.queries.ts';
import { parts, partSubstitutes } from '../../schema/parts.tables.ts';

interface PartFilter {
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  readonly belowMinimum?: boolean | undefined;
  readonly active?: boolean | undefined;
  readonly warehouseId?: string | undefined;
}

const foundAtMost = 20;
const consumptionMonths = 6;

/** One page of the catalogue with what is where of each part. */
export async function listParts(
  tx: ReadTx,
  input: PageInput<'number' | 'name' | 'category' | 'createdAt'> & { readonly filter: PartFilter },
) {
  const { text, category, belowMinimum, active, warehouseId } = input.filter;
  const found = await foundBy(tx, 'part', parts.id, text);
  return readPage(tx, input, {
    from: parts,
    id: parts.id,
    sorts: {
      number: parts.number,
      name: parts.sortName,
      category: parts.sortCategory,
      createdAt: parts.createdAt,
    },
    found,
    where: [
      category === undefined ? undefined : eq(parts.category, category),
      active === undefined ? undefined : eq(parts.active, active),
      belowMinimum ? sql`${parts.id} in ${short(warehouseId)}` : undefined,
      warehouseId === undefined ? undefined : sql`${parts.id} in ${stocked(warehouseId)}`,
    ],
    rows: (ids) => partRows(tx, ids, warehouseId),
    idOf: (row) => row.id,
  });
}

/** How many active parts there is less of in all bins than there should be. */
export async function countBelowMinimum(tx: ReadTx): Promise<number> {
  return tx.db.$count(parts, and(eq(parts.active, true), sql`${parts.id} in ${short(undefined)}`));
}

/** Active parts of which all bins hold less than they should: those of which nothing is there first, then by number. */
export async function partsBelowMinimum(tx: ReadTx, limit: number) {
  const held = sql<Quantity>`cast(coalesce(sum(${stockBalances.quantity}), 0) as bigint)`;
  return tx.db
    .select({
      id: parts.id,
      number: parts.number,
      name: parts.name,
      unitOfMeasure: parts.unitOfMeasure,
      minimumQuantity: parts.minimumQuantity,
      onHandQuantity: held,
    })
    .from(parts)
    .leftJoin(
      stockBalances,
      and(eq(stockBalances.partId, parts.id), sql`${stockBalances.accountId} in ${binsOf(undefined)}`),
    )
    .where(and(eq(parts.active, true), gt(parts.minimumQuantity, 0)))
    .groupBy(parts.id, parts.number, parts.name, parts.unitOfMeasure, parts.minimumQuantity)
    .having(sql`${held} < ${parts.minimumQuantity}`)
    .orderBy(sql`case when ${held} > 0 then 1 else 0 end`, asc(parts.number))
    .limit(limit);
}

/** Rows of the catalogue by their ids, in any order. */
export async function partRows(tx: ReadTx, ids: readonly string[], warehouseId?: string) {
  const rows = await tx.db
    .select({
      id: parts.id,
      number: parts.number,
      name: parts.name,
      specification: parts.specification,
      unitOfMeasure: parts.unitOfMeasure,
      modelFit: parts.modelFit,
      category: parts.category,
      supplier: parts.supplier,
      minimumQuantity: parts.minimumQuantity,
      priceFen: parts.priceFen,
      oldPartRule: parts.oldPartRule,
      qualityState: parts.qualityState,
      active: parts.active,
      createdAt: parts.createdAt,
    })
    .from(parts)
    .where(among(parts.id, ids));
  const stock = await stockOfParts(tx, ids, warehouseId);
  return rows.map((row) => ({ ...row, ...(stock.get(row.id) ?? nothing) }));
}

/** A part with its substitutes, what is where of it, and how much is used in a month. Refuses NOT_FOUND. */
export async function partDetail(tx: ReadTx, { id }: { readonly id: string }) {
  const [part] = await tx.db.select().from(parts).where(eq(parts.id, id));
  if (!part) return refuse('NOT_FOUND', { kind: 'part' });
  const { onHandQuantity, availableQuantity, averageCostFen } =
    (await stockOfParts(tx, [id])).get(id) ?? nothing;
  const accounts = await insideBalances(tx, [id]);
  return {
    ...part,
    onHandQuantity,
    availableQuantity,
    averageCostFen,
    monthlyConsumptionQuantity: await monthlyConsumption(tx, id),
    substitutes: await substitutesOf(tx, id),
    accounts: accounts.map(({ accountId, code, name, kind, quantity, valueFen }) => ({
      accountId,
      code,
      name,
      kind,
      quantity,
      valueFen,
    })),
  };
}

/** Active parts for a line of a document; an exact number comes first, then an exact barcode, then what the words find. */
export async function findParts(tx: ReadTx, { text }: { readonly text: string }) {
  if (text === '') return { rows: [], isUnfinished: false };
  const key = codeKey(text);
  const exact = await tx.db
    .select({ id: parts.id })
    .from(parts)
    .where(or(eq(parts.numberKey, key), eq(parts.barcodeKey, key)))
    .orderBy(sql`case when ${eq(parts.numberKey, key)} then 0 else 1 end`, asc(parts.number))
    .limit(foundAtMost);
  const found = await searchIds(tx, 'part', text, foundAtMost);
  const ids = [...new Set([...exact.map((row) => row.id as string), ...found.rows])];
  const rows = await tx.db
    .select({
      id: parts.id,
      number: parts.number,
      name: parts.name,
      specification: parts.specification,
      unitOfMeasure: parts.unitOfMeasure,
      priceFen: parts.priceFen,
      oldPartRule: parts.oldPartRule,
      componentGroupCode: parts.componentGroupCode,
      barcode: parts.barcode,
    })
    .from(parts)
    .where(and(among(parts.id, ids), eq(parts.active, true)));
  const stock = await stockOfParts(
    tx,
    rows.map((row) => row.id),
  );
  const shown = rows
    .map((row) => ({
      ...row,
      availableQuantity: stock.get(row.id)?.availableQuantity ?? 0,
      bins: stock.get(row.id)?.bins ?? [],
    }))
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .slice(0, foundAtMost);
  return { rows: shown, isUnfinished: found.isUnfinished };
}

/** The categories in use, in order. */
export async function partCategories(tx: ReadTx): Promise<string[]> {
  const rows = await tx.db.selectDistinct({ name: parts.category }).from(parts).where(ne(parts.category, ''));
  return sortedByName(rows).map(({ name }) => name);
}

/** How many parts are in use, and what all of them are worth inside the house. */
export async function partsOverview(tx: ReadTx): Promise<{ partCount: number; valueFen: Fen }> {
  const partCount = await tx.db.$count(parts, eq(parts.active, true));
  const [sum] = await tx.db
    .select({ valueFen: sql<Fen>`cast(coalesce(sum(${stockBalances.valueFen}), 0) as bigint)` })
    .from(stockBalances)
    .where(eq(stockBalances.inside, true));
  return { partCount, valueFen: sum?.valueFen ?? 0 };
}

const nothing = {
  onHandQuantity: 0,
  availableQuantity: 0,
  outsideQuantity: 0,
  bins: [],
  averageCostFen: 0,
} as const;

/**
 * Parts of which the bins, or those of one warehouse, hold less than the minimum. One join adds up the balances of all parts
 * that have a minimum; asked part by part it took PostgreSQL a second at 20,000 parts.
 */
function short(warehouseId: string | undefined): SQL {
  return sql`(select part.id from ${parts} part
    left join ${stockBalances} balance on balance.part_id = part.id and balance.account_id in ${binsOf(warehouseId)}
    where part.minimum_quantity > 0 group by part.id, part.minimum_quantity
    having coalesce(sum(balance.quantity), 0) < part.minimum_quantity)`;
}

/** Parts of which the bins of a warehouse hold some. */
function stocked(warehouseId: string): SQL {
  return sql`(select balance.part_id from ${stockBalances} balance
    where balance.quantity > 0 and balance.account_id in ${binsOf(warehouseId)})`;
}

function binsOf(warehouseId: string | undefined): SQL {
  const ofWarehouse = warehouseId === undefined ? sql`` : sql` and bin.warehouse_id = ${warehouseId}`;
  return sql`(select bin.id from ${stockAccounts} bin where bin.kind = 'bin'${ofWarehouse})`;
}

async function substitutesOf(tx: ReadTx, partId: string) {
  const rows = await tx.db
    .select({ partId: partSubstitutes.substituteId, number: parts.number, name: parts.name })
    .from(partSubstitutes)
    .innerJoin(parts, eq(parts.id, partSubstitutes.substituteId))
    .where(eq(partSubstitutes.partId, partId))
    .orderBy(asc(partSubstitutes.rank));
  const stock = await stockOfParts(
    tx,
    rows.map((row) => row.partId),
  );
  return rows.map((row) => ({ ...row, availableQuantity: stock.get(row.partId)?.availableQuantity ?? 0 }));
}

/** What customers were given less what came back from them, a month, over the last months. */
async function monthlyConsumption(tx: ReadTx, partId: string): Promise<Quantity> {
  const since = addMonths(dayOf(tx.now), -consumptionMonths);
  const customers = sql`(select id from ${stockAccounts} where kind = 'customer')`;
  const given = sql`case when ${stockMovements.toAccountId} in ${customers} then ${stockMovements.quantity} else 0 end`;
  const cameBack = sql`case when ${stockMovements.fromAccountId} in ${customers} then ${stockMovements.quantity} else 0 end`;
  const [row] = await tx.db
    .select({ quantity: sql<Quantity>`cast(coalesce(sum(${given} - ${cameBack}), 0) as bigint)` })
    .from(stockMovements)
    .where(and(eq(stockMovements.partId, partId), gte(stockMovements.day, since)));
  return monthlyAverage(row?.quantity ?? 0, consumptionMonths);
}
