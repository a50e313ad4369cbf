import { and, asc, eq } from 'drizzle-orm';
import type { Moment } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { prints } from '../../schema/papers.tables.ts';

/** The moment from which on the paper that a report holds was there to be signed: its first counted print. */
export async function printedSince(
  tx: ReadTx,
  report: { readonly id: string; readonly contentHash: string },
): Promise<Moment | undefined> {
  const [first] = await tx.db
    .select({ at: prints.at })
    .from(prints)
    .where(
      and(
        eq(prints.documentId, report.id),
        eq(prints.paperKind, 'service-report'),
        eq(prints.contentHash, report.contentHash),
        eq(prints.refused, false),
      ),
    )
    .orderBy(asc(prints.at))
    .limit(1);
  return first?.at;
}
