import { eq } from 'drizzle-orm';
import type { SearchKind } from '#shared/nouns/index.ts';
import type { WriteTx } from '../../database/database.ts';
import { searchRenames, searchStale } from '../../schema/search.tables.ts';

/** Notes that the entries of these records name something that has a new name. */
export async function noteStale(tx: WriteTx, kind: SearchKind, subjectIds: readonly string[]): Promise<void> {
  const stale = subjectIds.map((subjectId) => ({ subjectId, kind }));
  await tx.db.insert(searchStale).values(stale).onConflictDoNothing();
}

/** Forgets that an entry was to be brought up to date. */
export async function forgetStale(tx: WriteTx, subjectId: string): Promise<void> {
  await tx.db.delete(searchStale).where(eq(searchStale.subjectId, subjectId));
}

/** Forgets that a record has a new name. */
export async function forgetRenamed(tx: WriteTx, subjectId: string): Promise<void> {
  await tx.db.delete(searchRenames).where(eq(searchRenames.subjectId, subjectId));
}
