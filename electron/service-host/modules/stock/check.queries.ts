import { asc, eq, gt, sql } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import { StorageFailure, type Database, type ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { log } from '../../log.ts';
import { parts } from '../../schema/parts.tables.ts';
import { problemsOfPart, type LedgerProblem } from './check.rules.ts';
import { stockAccounts, stockBalances, stockMovements } from '../../schema/stock.tables.ts';

/** What the comparison of ledger and balances found. Of the problems, the first hundred are told. */
export interface LedgerCheck {
  readonly whole: boolean;
  readonly movements: number;
  readonly problemCount: number;
  readonly problems: readonly NamedProblem[];
}

/** A problem with the part and the account as people know them. */
export interface NamedProblem extends Omit<LedgerProblem, 'accountId'> {
  readonly part: string;
  readonly account: string;
}

type Progress = (done: number, total?: number) => Promise<void>;

/** Parts differ much in how often they moved; others wait while a slice is looked at, for some 20 ms with these. */
const partsAtOnce = { first: 5, most: 50 };
const movementsAtOnce = 2_000;
const problemsTold = 100;

/**
 * Compares the ledger with the balances, part by part: sums, the chain of quantities, signs, value. Each part is read in a
 * snapshot of its own, so that work goes on meanwhile. `progress` counts movements, and stops the check when it throws.
 */
export async function checkLedger(database: Database, progress: Progress): Promise<LedgerCheck> {
  const size = await database.read(theProgram, ledgerSize);
  const found: NamedProblem[] = [];
  let checked = 0;
  let partCount = partsAtOnce.first;
  for (let afterId = ''; ;) {
    const slice = await checkSlice(database, afterId, partCount);
    if (slice.lastId === undefined) break;
    afterId = slice.lastId;
    partCount = nextPartCount(partCount, slice.movements);
    checked += slice.movements;
    found.push(...slice.problems);
    await progress(Math.min(checked, size.count), size.count);
  }
  // Entries are only ever added: fewer than there were at first means that some belong to no part that there is.
  const counted = Math.min(size.count, checked);
  if (size.last !== size.count || counted < size.count) {
    found.push({
      kind: 'gap',
      part: '',
      account: '',
      sequence: size.last,
      expected: size.last,
      found: counted,
    });
  }
  return {
    whole: found.length === 0,
    movements: checked,
    problemCount: found.length,
    problems: found.slice(0, problemsTold),
  };
}

/**
 * Some parts at once; where their books hold what cannot be read, the first of them alone, and if it is that one it is named.
 * Books that cannot be read at all end the check.
 */
async function checkSlice(
  database: Database,
  afterId: string,
  partCount: number,
): Promise<Awaited<ReturnType<typeof checkParts>>> {
  try {
    return await database.read(theProgram, (tx) => checkParts(tx, afterId, partCount));
  } catch (error) {
    if (error instanceof StorageFailure && error.reason !== 'damaged') throw error;
    if (partCount > 1) return checkSlice(database, afterId, 1);
    log.error('ledger unreadable', { error });
    return database.read(theProgram, async (tx) => {
      const [part] = await partsAfter(tx, afterId, 1);
      if (!part) throw error;
      const movements = await tx.db.$count(stockMovements, eq(stockMovements.partId, part.id));
      return { lastId: part.id, movements, problems: [unreadable(`${part.number} ${part.name}`)] };
    });
  }
}

function unreadable(part: string): NamedProblem {
  return { kind: 'unreadable', part, account: '', sequence: null, expected: 0, found: 0 };
}

function nextPartCount(partCount: number, movements: number): number {
  return movements > movementsAtOnce
    ? Math.max(1, Math.floor(partCount / 2))
    : Math.min(partsAtOnce.most, partCount * 2);
}

/** Asked for together they read the whole ledger; apart, SQLite knows the one without counting and the other from its index. */
async function ledgerSize(tx: ReadTx): Promise<{ readonly count: number; readonly last: number }> {
  const count = await tx.db.$count(stockMovements);
  const [row] = await tx.db
    .select({ last: sql<number>`cast(coalesce(max(${stockMovements.sequence}), 0) as bigint)` })
    .from(stockMovements);
  return { count, last: row?.last ?? 0 };
}

async function checkParts(tx: ReadTx, afterId: string, partCount: number) {
  const some = await partsAfter(tx, afterId, partCount);
  const ids = some.map((part) => part.id);
  const balances = Map.groupBy(await balancesOf(tx, ids), (balance) => balance.partId);
  const movements = Map.groupBy(await movementsOf(tx, ids), (movement) => movement.partId);
  const problems: NamedProblem[] = [];
  for (const part of some) {
    const books = { balances: balances.get(part.id) ?? [], movements: movements.get(part.id) ?? [] };
    problems.push(...(await named(tx, `${part.number} ${part.name}`, problemsOfPart(books))));
  }
  const movementCount = [...movements.values()].reduce((sum, rows) => sum + rows.length, 0);
  return { lastId: some.at(-1)?.id, movements: movementCount, problems };
}

async function partsAfter(tx: ReadTx, afterId: string, partCount: number) {
  return tx.db
    .select({ id: parts.id, number: parts.number, name: parts.name })
    .from(parts)
    .where(gt(parts.id, afterId))
    .orderBy(asc(parts.id))
    .limit(partCount);
}

async function balancesOf(tx: ReadTx, partIds: readonly string[]) {
  return tx.db
    .select({
      partId: stockBalances.partId,
      accountId: stockBalances.accountId,
      inside: stockBalances.inside,
      quantity: stockBalances.quantity,
      valueFen: stockBalances.valueFen,
    })
    .from(stockBalances)
    .where(among(stockBalances.partId, partIds));
}

async function movementsOf(tx: ReadTx, partIds: readonly string[]) {
  return tx.db
    .select({
      partId: stockMovements.partId,
      sequence: stockMovements.sequence,
      fromAccountId: stockMovements.fromAccountId,
      toAccountId: stockMovements.toAccountId,
      quantity: stockMovements.quantity,
      valueFen: stockMovements.valueFen,
      fromQuantityAfter: stockMovements.fromQuantityAfter,
      toQuantityAfter: stockMovements.toQuantityAfter,
    })
    .from(stockMovements)
    .where(among(stockMovements.partId, partIds))
    .orderBy(asc(stockMovements.partId), asc(stockMovements.sequence));
}

async function named(
  tx: ReadTx,
  part: string,
  problems: readonly LedgerProblem[],
): Promise<readonly NamedProblem[]> {
  const named: NamedProblem[] = [];
  for (const { accountId, ...problem } of problems.slice(0, problemsTold)) {
    const [account] =
      accountId === null
        ? []
        : await tx.db
            .select({ name: stockAccounts.name })
            .from(stockAccounts)
            .where(eq(stockAccounts.id, accountId));
    named.push({ ...problem, part, account: account?.name ?? '' });
  }
  return named;
}
