import { and, asc, gt, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { refuse } from '#shared/contract/refusals.ts';
import { addMonths, type Day, type Month } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';
import { placesOfMonth } from './month.places.queries.ts';
import { readCursor, statementRow, writeCursor, type MonthCursor, type MonthTotals } from './month.rules.ts';
import { stockAccounts, stockBalances, stockMovements } from '../../schema/stock.tables.ts';

interface MonthInput {
  readonly month: Month;
  readonly warehouseId?: string | undefined;
  readonly onlyHolders?: boolean | undefined;
  readonly onlyMoved?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The days and the accounts a statement is about. */
interface Scope {
  readonly firstDay: Day;
  readonly nextFirstDay: Day;
  /** Undefined for the whole house. */
  readonly place: { readonly warehouseId: string } | 'holders' | undefined;
  readonly onlyMoved: boolean;
}

type PartOfRow = Pick<typeof parts.$inferSelect, 'id' | 'number' | 'name' | 'category' | 'unitOfMeasure'>;
export type MonthRow = Awaited<ReturnType<typeof monthRows>>[number];

const nothingYet: MonthTotals = { openingFen: 0, inFen: 0, outFen: 0, closingFen: 0 };

/**
 * The in-out-stock statement of a month over the house, the bins of one warehouse, or what lies outside all warehouses, by
 * part number. It is counted back from the balances: what they hold now, less what was posted since. What moved inside the
 * scope is neither in nor out. The totals travel with the page and are counted again only when the ledger has grown; the
 * last page of the house ends with the places that the totals are made of.
 */
export async function monthStatement(tx: ReadTx, input: MonthInput) {
  const firstDay = `${input.month}-01`;
  const scope = {
    firstDay,
    nextFirstDay: addMonths(firstDay, 1),
    place: placeOf(input),
    onlyMoved: input.onlyMoved ?? false,
  };
  if (!(await hasBegun(tx, scope))) return { rows: [], next: null, totals: nothingYet, places: [] };
  const sequence = await lastSequence(tx);
  const cursor = input.after === undefined ? undefined : cursorOf(input.after);
  const totals = cursor?.sequence === sequence ? cursor.totals : await totalsOf(tx, scope);
  const rows: MonthRow[] = [];
  let number = cursor?.number ?? '';
  for (let more = true; more && rows.length <= input.limit;) {
    const candidates = await nextParts(tx, scope, number, input.limit + 1);
    rows.push(...(await monthRows(tx, scope, candidates)).filter(scope.onlyMoved ? hasMoved : hasSomething));
    number = candidates.at(-1)?.number ?? number;
    more = candidates.length > input.limit;
  }
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const next =
    rows.length > input.limit && last ? writeCursor({ number: last.partNumber, sequence, totals }) : null;
  const isWhole = next === null && scope.place === undefined;
  return { rows: shown, next, totals, places: isWhole ? await placesOfMonth(tx, scope) : [] };
}

function placeOf({ warehouseId, onlyHolders = false }: MonthInput): Scope['place'] {
  if (warehouseId === undefined) return onlyHolders ? 'holders' : undefined;
  if (onlyHolders) refuse('INVALID_INPUT', { issues: [{ path: 'onlyHolders', code: 'choice' }] });
  return { warehouseId };
}

function cursorOf(text: string): MonthCursor {
  return readCursor(text) ?? refuse('INVALID_INPUT', { issues: [{ path: 'after', code: 'format' }] });
}

/** Whether anything was posted before the month ended. */
async function hasBegun(tx: ReadTx, { nextFirstDay }: Scope): Promise<boolean> {
  const before = lt(stockMovements.day, nextFirstDay);
  const [first] = await tx.db.select({ day: stockMovements.day }).from(stockMovements).where(before).limit(1);
  return first !== undefined;
}

async function lastSequence(tx: ReadTx): Promise<number> {
  const [last] = await tx.db
    .select({ sequence: sql<number>`cast(coalesce(max(${stockMovements.sequence}), 0) as bigint)` })
    .from(stockMovements);
  return last?.sequence ?? 0;
}

async function totalsOf(tx: ReadTx, scope: Scope): Promise<MonthTotals> {
  const [held] = await tx.db.select(heldIn(scope)).from(stockBalances);
  const [during] = await tx.db.select(flowsOf(scope)).from(stockMovements).where(inMonth(scope));
  const [later] = await tx.db.select(netOf(scope)).from(stockMovements).where(afterMonth(scope));
  const { openingFen, inFen, outFen, closingFen } = statementRow(held, during, later);
  return { openingFen, inFen, outFen, closingFen };
}

/** The parts that lay in the scope before the month ended, or that moved there during it, by number. */
async function nextParts(tx: ReadTx, scope: Scope, afterNumber: string, limit: number): Promise<PartOfRow[]> {
  // A condition inside `case`, and a question cut off at its first answer, are looked at part by part; left bare, they
  // tempt the engines to try every account of the scope, or to gather the whole ledger first.
  const held = sql`(select 1 from ${stockBalances} where ${stockBalances.partId} = ${parts.id}
    and case when ${inScope(scope, stockBalances.accountId)} then 1 else 0 end = 1 limit 1) = 1`;
  const since = scope.onlyMoved ? sql` and ${stockMovements.day} >= ${scope.firstDay}` : sql``;
  const moved = sql`(select 1 from ${stockMovements} where ${stockMovements.partId} = ${parts.id}
    and ${stockMovements.day} < ${scope.nextFirstDay}${since}
    and case when ${inScope(scope, stockMovements.toAccountId)} or ${inScope(scope, stockMovements.fromAccountId)} then 1 else 0 end = 1
    limit 1) = 1`;
  return tx.db
    .select({
      id: parts.id,
      number: parts.number,
      name: parts.name,
      category: parts.category,
      unitOfMeasure: parts.unitOfMeasure,
    })
    .from(parts)
    .where(and(gt(parts.number, afterNumber), held, moved))
    .orderBy(asc(parts.number))
    .limit(limit);
}

async function monthRows(tx: ReadTx, scope: Scope, candidates: readonly PartOfRow[]) {
  const ids = candidates.map((part) => part.id);
  const ofThese = among(stockMovements.partId, ids);
  const held = await tx.db
    .select({ partId: stockBalances.partId, ...heldIn(scope) })
    .from(stockBalances)
    .where(among(stockBalances.partId, ids))
    .groupBy(stockBalances.partId);
  const during = await tx.db
    .select({ partId: stockMovements.partId, ...flowsOf(scope) })
    .from(stockMovements)
    .where(and(ofThese, inMonth(scope)))
    .groupBy(stockMovements.partId);
  const later = await tx.db
    .select({ partId: stockMovements.partId, ...netOf(scope) })
    .from(stockMovements)
    .where(and(ofThese, afterMonth(scope)))
    .groupBy(stockMovements.partId);
  const [heldOf, duringOf, laterOf] = [byPart(held), byPart(during), byPart(later)];
  return candidates.map(({ id, number, name, category, unitOfMeasure }) => ({
    partId: id,
    partNumber: number,
    partName: name,
    category,
    unitOfMeasure,
    ...statementRow(heldOf.get(id), duringOf.get(id), laterOf.get(id)),
  }));
}

function byPart<Row extends { readonly partId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.partId, row]));
}

function hasSomething(row: MonthRow): boolean {
  const { openingQuantity, openingFen, inQuantity, inFen, outQuantity, outFen } = row;
  return [openingQuantity, openingFen, inQuantity, inFen, outQuantity, outFen].some((figure) => figure !== 0);
}

function hasMoved({ inQuantity, inFen, outQuantity, outFen }: MonthRow): boolean {
  return [inQuantity, inFen, outQuantity, outFen].some((figure) => figure !== 0);
}

function inMonth({ firstDay, nextFirstDay }: Scope): SQL | undefined {
  return and(gte(stockMovements.day, firstDay), lt(stockMovements.day, nextFirstDay));
}

function afterMonth({ nextFirstDay }: Scope): SQL {
  return gte(stockMovements.day, nextFirstDay);
}

function heldIn(scope: Scope) {
  const inside = inScope(scope, stockBalances.accountId);
  return {
    quantity: sum(sql`case when ${inside} then ${stockBalances.quantity} else 0 end`),
    valueFen: sum(sql`case when ${inside} then ${stockBalances.valueFen} else 0 end`),
  };
}

/** What crossed the border of the scope. A reversal takes its original back in the column where the original stands. */
function flowsOf(scope: Scope) {
  const fromInside = inScope(scope, stockMovements.fromAccountId);
  const toInside = inScope(scope, stockMovements.toAccountId);
  const cameIn = sql`(${toInside} and not ${fromInside})`;
  const wentOut = sql`(${fromInside} and not ${toInside})`;
  const isReversal = sql`${stockMovements.reversesSequence} is not null`;
  const column = (crossed: SQL, takenBack: SQL, figure: SQLiteColumn) =>
    sum(sql`case when ${isReversal} then case when ${takenBack} then -${figure} else 0 end
      when ${crossed} then ${figure} else 0 end`);
  const { quantity, valueFen } = stockMovements;
  return {
    inQuantity: column(cameIn, wentOut, quantity),
    inFen: column(cameIn, wentOut, valueFen),
    outQuantity: column(wentOut, cameIn, quantity),
    outFen: column(wentOut, cameIn, valueFen),
  };
}

/** What came into the scope less what left it. */
function netOf(scope: Scope) {
  const direction = sql`(case when ${inScope(scope, stockMovements.toAccountId)} then 1 else 0 end
    - case when ${inScope(scope, stockMovements.fromAccountId)} then 1 else 0 end)`;
  return {
    quantity: sum(sql`${stockMovements.quantity} * ${direction}`),
    valueFen: sum(sql`${stockMovements.valueFen} * ${direction}`),
  };
}

/**
 * Whether an account belongs to the scope. The outside is short, so the house is what is not outside. Old parts are worth
 * nothing and are kept by their tags: counted here, they would part the quantity from the value.
 */
function inScope({ place }: Scope, account: SQLiteColumn): SQL {
  if (place === undefined)
    return sql`(${account} not in (select id from ${stockAccounts} where inside = 0 or kind = 'oldParts'))`;
  return place === 'holders'
    ? sql`(${account} in (select id from ${stockAccounts} where inside = 1 and kind not in ('bin', 'oldParts')))`
    : sql`(${account} in (select id from ${stockAccounts} where kind = 'bin' and warehouse_id = ${place.warehouseId}))`;
}

function sum(what: SQL): SQL<number> {
  return sql<number>`cast(coalesce(sum(${what}), 0) as bigint)`;
}
