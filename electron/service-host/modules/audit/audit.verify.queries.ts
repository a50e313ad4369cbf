import { asc, gt, sql } from 'drizzle-orm';
import { theProgram } from '#shared/domain/actor.ts';
import type { BooksReader } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import {
  chainBeginning,
  type ChainFault,
  type ChainHead,
  contradicts,
  faultAfter,
} from './audit.chain.rules.ts';
import { auditEntries } from './audit.tables.ts';

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
  /** A head noted earlier outside the books: a tail cut off behind our back is found against it alone. */
  readonly noted?: ChainHead | undefined;
}

const batchSize = 1000;

/**
 * Follows the chain of the audit trail from its first entry to its last, in batches, so that calls go on meanwhile. Finds
 * every entry that was edited, removed, put in or exchanged. It cannot find that the last entries were cut off, or that
 * the whole chain was made anew, unless a noted head says otherwise.
 */
export async function verifyAudit(
  books: Pick<BooksReader, 'read'>,
  { progress, noted }: VerifyOptions = {},
): Promise<AuditVerdict> {
  const total = await books.read(theProgram, (tx) => tx.db.$count(auditEntries));
  const [lowest] = await books.read(theProgram, (tx) => tx.run(lowestEntry, {}));
  if (lowest && lowest.sequence <= chainBeginning.sequence)
    return broken(chainBeginning, lowest.sequence, 'inserted');
  let head = chainBeginning;
  let after = chainBeginning.sequence;
  for (;;) {
    const batch = await books.read(theProgram, (tx) => tx.run(nextEntries, { after, limit: batchSize }));
    for (const entry of batch) {
      const fault = faultAfter(head, entry);
      if (fault) return broken(head, fault.at, fault.because);
      if (contradicts(entry, noted)) return broken(head, entry.sequence, 'headDiffers');
      head = { sequence: entry.sequence, hash: entry.hash };
    }
    await progress?.(head.sequence, total);
    if (batch.length < batchSize) break;
    after = head.sequence;
  }
  if (noted && head.sequence < noted.sequence) return broken(head, head.sequence + 1, 'cut');
  return { whole: true, entries: head.sequence, head: head.hash, brokenAt: null, because: null };
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
