import { isDeepStrictEqual } from 'node:util';
import { asc, eq } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { Database, ReadTx } from '#host/database/database.ts';
import { auditHash, chainStart } from '#host/desks/audit/audit.rules.ts';
import { auditDays, auditEntries, isNoLook } from '#host/schema/audit.tables.ts';
import { numberSeries, voidedNumbers } from '#host/schema/numbering.tables.ts';
import { operations } from '#host/schema/operations.tables.ts';
import {
  clearings,
  issueLines,
  issues,
  requisitionLines,
  requisitions,
} from '#host/schema/requisitions.tables.ts';
import { checkLedger } from '#host/modules/stock/check.queries.ts';
import {
  receipts,
  reversals,
  stockAccounts,
  stockBalances,
  stockMovements,
} from '#host/schema/stock.tables.ts';
import { numberedDocuments, numbersGiven } from './numbers.ts';

/** Something that must hold at any moment between two acts, and does not. */
export interface Broken {
  readonly invariant: Invariant;
  readonly what: string;
}
export type Invariant = 'ledger' | 'conserved' | 'audit' | 'numbers' | 'lines' | 'holders' | 'acts';

/**
 * Everything that is broken in the books: sums, chains and signs of the ledger; quantity and value over all accounts; the
 * chain of the audit trail; numbers without a gap; issued ≤ approved and cleared ≤ issued; what holders hold; one audit
 * row for each act.
 */
export async function brokenInvariants(database: Database): Promise<readonly Broken[]> {
  const ledger = await checkLedger(database, () => Promise.resolve());
  const found = ledger.problems.map(
    (problem) =>
      `${problem.kind} ${problem.part} ${problem.account} ${problem.sequence ?? ''}: ${problem.found} for ${problem.expected}`,
  );
  const others = await database.read(theProgram, async (tx) => [
    ...name('conserved', await notConserved(tx)),
    ...name('audit', await brokenChain(tx)),
    ...name('numbers', await missingNumbers(tx)),
    ...name('lines', await wrongLines(tx)),
    ...name('holders', await wrongHolders(tx)),
    ...name('acts', await wrongActs(tx)),
  ]);
  return [...name('ledger', found), ...others];
}

function name(invariant: Invariant, found: readonly string[]): readonly Broken[] {
  return found.map((what) => ({ invariant, what }));
}

/** Nothing comes from nowhere: over all accounts, inside and outside, every part sums up to nothing. */
async function notConserved(tx: ReadTx): Promise<readonly string[]> {
  const balances = await tx.db.select().from(stockBalances);
  return [...Map.groupBy(balances, (balance) => balance.partId)].flatMap(([partId, rows]) => {
    const quantity = sumOf(rows, (row) => row.quantity);
    const valueFen = sumOf(rows, (row) => row.valueFen);
    return quantity === 0 && valueFen === 0
      ? []
      : [`part ${partId}: ${quantity} and ${valueFen} fen over all accounts`];
  });
}

async function brokenChain(tx: ReadTx): Promise<readonly string[]> {
  const entries = await tx.db.select().from(auditEntries).orderBy(asc(auditEntries.sequence));
  let previousHash = chainStart;
  for (const [index, entry] of entries.entries()) {
    const whole =
      entry.sequence === index + 1 &&
      entry.previousHash === previousHash &&
      entry.hash === auditHash(previousHash, withTexts(entry));
    if (!whole) return [`entry ${entry.sequence}`];
    previousHash = entry.hash;
  }
  const kept = await tx.db.select().from(auditDays).orderBy(asc(auditDays.sequence));
  const expected = entries.flatMap(({ sequence, at }, index) => {
    const before = entries[index - 1];
    const turn = { sequence, day: dayOf(at), dayBefore: before === undefined ? '' : dayOf(before.at) };
    return turn.day === turn.dayBefore ? [] : [turn];
  });
  return isDeepStrictEqual(kept, expected) ? [] : ['the days'];
}

/** The entry with its values as the texts that are stored. */
function withTexts(entry: typeof auditEntries.$inferSelect) {
  return { ...entry, before: canonicalJson(entry.before), after: canonicalJson(entry.after) };
}

/** Every number of every series, from the first to the last given, is on a document or in the register of voided ones. */
async function missingNumbers(tx: ReadTx): Promise<readonly string[]> {
  const found: string[] = [];
  const series = await tx.db.select().from(numberSeries);
  const register = await tx.db.select({ number: voidedNumbers.number }).from(voidedNumbers);
  for (const { kind, prefix, table, number } of numberedDocuments) {
    const rows = await tx.db.select({ number }).from(table);
    const given = numbersGiven(
      prefix,
      [...rows, ...register].map((row) => row.number),
    );
    for (const { period, lastNumber } of series.filter((one) => one.kind === kind)) {
      const held = given.get(period) ?? new Set<number>();
      const gaps = Array.from({ length: lastNumber }, (_, index) => index + 1).filter(
        (one) => !held.has(one),
      );
      found.push(...gaps.map((one) => `${prefix}${period}: ${one} is on no document`));
      if (held.size > lastNumber) found.push(`${prefix}${period}: more than ${lastNumber} were given`);
      given.delete(period);
    }
    found.push(...[...given.keys()].map((period) => `${prefix}${period}: no series`));
  }
  return found;
}

/** Lines never run ahead: cleared ≤ issued ≤ approved, each as its own documents say. */
async function wrongLines(tx: ReadTx): Promise<readonly string[]> {
  const issued = await tx.db.select().from(issueLines);
  const cleared = await tx.db.select().from(clearings);
  const clearedOf = Map.groupBy(cleared, (row): string => row.issueLineId);
  const issuedOf = Map.groupBy(issued, (row): string => row.requisitionLineId);
  const wrongIssues = issued.flatMap((row) => {
    const sum = sumOf(clearedOf.get(row.id) ?? [], (one) => one.quantity);
    const holds = row.clearedQuantity === sum && sum <= row.quantity;
    return holds
      ? []
      : [`issue line ${row.id}: ${row.clearedQuantity} of ${row.quantity} cleared, clearings say ${sum}`];
  });
  const lines = await tx.db.select().from(requisitionLines);
  const wrongRequests = lines.flatMap((line) => {
    const rows = issuedOf.get(line.id) ?? [];
    const sum = sumOf(rows, (row) => row.quantity);
    const clearedSum = sumOf(rows, (row) => row.clearedQuantity);
    const holds = line.issuedQuantity === sum && sum <= line.quantity && line.clearedQuantity === clearedSum;
    return holds
      ? []
      : [
          `line ${line.id}: ${line.issuedQuantity} of ${line.quantity} issued, slips say ${sum}; ${line.clearedQuantity} cleared, slips say ${clearedSum}`,
        ];
  });
  return [...wrongIssues, ...wrongRequests];
}

/** What a holder's account holds is what was issued to it less what was cleared, and what came to it otherwise. */
async function wrongHolders(tx: ReadTx): Promise<readonly string[]> {
  const expected = new Map<string, number>();
  const add = (accountId: string, partId: string, quantity: number) => {
    const key = `${accountId} ${partId}`;
    expected.set(key, (expected.get(key) ?? 0) + quantity);
  };
  const open = await tx.db
    .select({
      accountId: requisitions.holderAccountId,
      partId: issueLines.partId,
      quantity: issueLines.quantity,
      clearedQuantity: issueLines.clearedQuantity,
    })
    .from(issueLines)
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .innerJoin(requisitions, eq(requisitions.id, issues.requisitionId));
  for (const row of open) add(row.accountId, row.partId, row.quantity - row.clearedQuantity);
  const movements = await tx.db.select().from(stockMovements);
  for (const row of movements.filter(
    (one) => one.documentKind !== 'issue' && one.documentKind !== 'clearing',
  )) {
    add(row.fromAccountId, row.partId, -row.quantity);
    add(row.toAccountId, row.partId, row.quantity);
  }
  const held = await tx.db
    .select({
      accountId: stockBalances.accountId,
      kind: stockAccounts.kind,
      partId: stockBalances.partId,
      quantity: stockBalances.quantity,
    })
    .from(stockBalances)
    .innerJoin(stockAccounts, eq(stockAccounts.id, stockBalances.accountId));
  return held
    .filter((row) => row.kind === 'technician' || row.kind === 'station' || row.kind === 'shipment')
    .flatMap(({ accountId, partId, quantity }) => {
      const wanted = expected.get(`${accountId} ${partId}`) ?? 0;
      return quantity === wanted
        ? []
        : [`holder ${accountId} holds ${quantity} of ${partId}, the slips say ${wanted}`];
    });
}

/** Each document that was posted has exactly one row of its act in the audit trail, and no operation went without one. */
async function wrongActs(tx: ReadTx): Promise<readonly string[]> {
  const entries = await tx.db.select({ act: auditEntries.act }).from(auditEntries).where(isNoLook);
  const told = Map.groupBy(entries, (entry) => entry.act);
  const posted = await tx.db.select({ state: receipts.state }).from(receipts);
  const slips = await tx.db.selectDistinct({ number: clearings.number }).from(clearings);
  const documents = {
    'requisitions.draft': await tx.db.$count(requisitions),
    'requisitions.issue': await tx.db.$count(issues),
    'requisitions.clear': slips.length,
    'stock.draftReceipt': posted.length,
    'stock.postReceipt': posted.filter(({ state }) => state === 'posted' || state === 'reversed').length,
    'stock.reverseReceipt': await tx.db.$count(reversals),
  };
  const wrong = Object.entries(documents).flatMap(([act, count]) => {
    const rows = told.get(act)?.length ?? 0;
    return rows === count ? [] : [`${act}: ${rows} rows for ${count} documents`];
  });
  const done = await tx.db.$count(operations);
  return done > entries.length ? [...wrong, `${done} operations, ${entries.length} audit rows`] : wrong;
}

function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
