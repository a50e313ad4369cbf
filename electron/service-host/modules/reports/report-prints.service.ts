import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import type { CountedPrint } from '../../desks/papers/paper.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { reportNotBack } from './reports.duties.ts';

/** Notes on a report that its paper was printed, for the list of papers that are not back yet. */
export async function notePrinted(
  tx: WriteTx,
  reportId: string,
  { ordinal, contentHash }: Pick<CountedPrint, 'ordinal' | 'contentHash'>,
): Promise<void> {
  await tx.db
    .update(serviceReports)
    .set({
      printCount: ordinal,
      printedHash: contentHash,
      ...(ordinal === 1 ? { firstPrintedAt: tx.now } : {}),
    })
    .where(eq(serviceReports.id, reportId));
  await followDuty(tx, reportNotBack, reportId);
  tx.changes.push({ kind: 'report', id: reportId });
}
