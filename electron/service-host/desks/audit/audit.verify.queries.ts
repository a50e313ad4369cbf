import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import type { Moment } from '#shared/domain/days.ts';
import type { BooksReader, ReadTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import {
  chainBeginning,
  type ChainFault,
  type ChainHead,
  dayFaultIn,
  faultAfter,
  type StoredDay,
  type StoredEntry,
} from './audit.chain.rules.ts';
import { auditDays, auditEntries } from '../../schema/audit.tables.ts';

/** What a check of the audit trail found. */
export interface AuditVerdict {
  readonly whole: boolean;
  /** Entries from the first on that hold together, and the hash of the last of them. */
  readonly entries: number;
  readonly head: string;
  readonly brokenAt: number | null;
  readonly because: ChainFault | null;
}

interface VerifyOptions {
  /** Told after each batch; may throw to stop. */
  readonly progress?: ((done: number, total: number) => Promise<void>) | undefined;
  /** Heads noted earlier outside the books: a tail cut off behind our back is found against them alone. */
  readonly noted?: readonly ChainHead[] | undefined;
  /** How many entries at the end are looked at; all of them unless given. */
  readonly last?: number | undefined;
}

const batchSize = 1000;
const wholeTrail = Number.MAX_SAFE_INTEGER;

/**
 * Follows the chain of the audit trail to its last entry, in batches, so that calls go on meanwhile. Finds every entry that
 * was edited, removed, put in or exchanged, and every stored day that is not that of its entry. It cannot find that the last
 * entries were cut off, or that the whole chain was made anew, unless a noted head says otherwise.
 */
export async function verifyAudit(
  books: Pick<BooksReader, 'read'>,
  { progress, noted = [], last = wholeTrail }: VerifyOptions = {},
): Promise<AuditVerdict> {
  const begin = await books.read(theProgram, (tx) => beginOfCheck(tx, last));
  if (begin.lowest !== undefined && begin.lowest <= chainBeginning.sequence)
    return broken(chainBeginning, begin.lowest, 'inserted');
  let { head, earlier } = begin;
  for (;;) {
    const after = earlier === undefined ? undefined : head.sequence;
    const { entries, days } = await books.read(theProgram, (tx) => nextPart(tx, head.sequence, after));
    for (const entry of entries) {
      const fault = faultAfter(head, entry);
      if (fault) return broken(head, fault.at, fault.because);
      head = { sequence: entry.sequence, hash: entry.hash };
    }
    const dayFault = dayFaultIn(earlier, entries, days);
    if (dayFault !== undefined) return brokenBefore(dayFault, 'dayDiffers');
    earlier = entries.at(-1) ?? earlier;
    await progress?.(head.sequence, begin.total);
    if (entries.length < batchSize) break;
  }
  const contradicted = await books.read(theProgram, (tx) => contradictedHead(tx, head, noted));
  if (contradicted) return contradicted;
  return { whole: true, entries: head.sequence, head: head.hash, brokenAt: null, because: null };
}

/** The last entry of the trail, or where the first would follow on. */
export async function currentHead(tx: ReadTx): Promise<ChainHead> {
  const [last] = await tx.db
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  return last ?? chainBeginning;
}

/** The moment of the last entry; 0 where there is none. */
export async function lastEntryAt(tx: ReadTx): Promise<Moment> {
  const { sequence } = await currentHead(tx);
  const [last] = await tx.run(oneEntry, { sequence });
  return last?.at ?? 0;
}

/** Where the check begins: at the first entry, or after one that is taken for true. */
async function beginOfCheck(tx: ReadTx, last: number) {
  const total = await tx.db.$count(auditEntries);
  const [lowest] = await tx.run(lowestEntry, {});
  const newest = await currentHead(tx);
  const [taken] = await tx.run(oneEntry, { sequence: Math.max(0, newest.sequence - last) });
  return { total, lowest: lowest?.sequence, head: taken ?? chainBeginning, earlier: taken };
}

/** Entries that follow, and the days stored for them; with the last of them all that are stored beyond. */
async function nextPart(
  tx: ReadTx,
  afterEntry: number,
  afterDay = Number.MIN_SAFE_INTEGER,
): Promise<{ entries: readonly StoredEntry[]; days: readonly StoredDay[] }> {
  const entries = await tx.run(nextEntries, { after: afterEntry, limit: batchSize });
  const isLast = entries.length < batchSize;
  const until = isLast ? wholeTrail : (entries.at(-1)?.sequence ?? wholeTrail);
  return { entries, days: await tx.run(nextDays, { after: afterDay, until }) };
}

async function contradictedHead(
  tx: ReadTx,
  head: ChainHead,
  noted: readonly ChainHead[],
): Promise<AuditVerdict | undefined> {
  for (const one of noted.toSorted((a, b) => a.sequence - b.sequence)) {
    if (one.sequence > head.sequence) return broken(head, head.sequence + 1, 'cut');
    const [entry] = await tx.run(oneEntry, { sequence: one.sequence });
    if (entry && entry.hash !== one.hash) return brokenBefore(one.sequence, 'headDiffers');
  }
  return undefined;
}

function brokenBefore(brokenAt: number, because: ChainFault): AuditVerdict {
  return broken({ sequence: Math.max(0, brokenAt - 1), hash: '' }, brokenAt, because);
}

function broken(head: ChainHead, brokenAt: number, because: ChainFault): AuditVerdict {
  return { whole: false, entries: head.sequence, head: head.hash, brokenAt, because };
}

const lowestEntry = statement('audit.lowest', (db) =>
  db
    .select({ sequence: auditEntries.sequence })
    .from(auditEntries)
    .orderBy(asc(auditEntries.sequence))
    .limit(1),
);

const oneEntry = statement('audit.one', (db) =>
  db
    .select({ sequence: auditEntries.sequence, at: auditEntries.at, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.sequence, given('sequence'))),
);

const nextDays = statement('audit.nextDays', (db) =>
  db
    .select()
    .from(auditDays)
    .where(and(gt(auditDays.sequence, given('after')), lte(auditDays.sequence, given('until'))))
    .orderBy(asc(auditDays.sequence)),
);

const nextEntries = statement('audit.next', (db) =>
  db
    .select({
      sequence: auditEntries.sequence,
      at: auditEntries.at,
      personId: auditEntries.personId,
      personName: auditEntries.personName,
      act: auditEntries.act,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      // As text: what somebody has altered need not be JSON any more.
      before: sql<string>`${auditEntries.before}`,
      after: sql<string>`${auditEntries.after}`,
      previousHash: auditEntries.previousHash,
      hash: auditEntries.hash,
    })
    .from(auditEntries)
    .where(gt(auditEntries.sequence, given('after')))
    .orderBy(asc(auditEntries.sequence))
    .limit(given('limit')),
);
