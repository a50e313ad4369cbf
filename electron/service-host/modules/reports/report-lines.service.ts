import { eq } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';
import { issueLineOfReport, type ReportNamed } from '../relations/documents.queries.ts';
import { openForReports, type ReportLineInput } from './report-lines.queries.ts';
import { serviceReportLines } from '../../schema/reports.tables.ts';

/**
 * Rewrites the lines of a report. Refuses NOT_FOUND for a part nobody knows, DOES_NOT_BELONG for a line issued for another
 * case or to somebody who did not do the work, and MORE_THAN_ISSUED when reports would list more of an issued line than was kept of it.
 */
export async function writeReportLines(
  tx: WriteTx,
  report: ReportNamed & { readonly id: string },
  lines: readonly ReportLineInput[],
): Promise<void> {
  await tx.db.delete(serviceReportLines).where(eq(serviceReportLines.reportId, report.id));
  for (const [index, line] of lines.entries()) {
    const { partId, issueLineId, quantity, reason } = line;
    await tx.db.insert(serviceReportLines).values({
      id: newId<'reportLine'>(tx.now),
      reportId: report.id,
      position: index + 1,
      partId: await (issueLineId === null
        ? knownPart(tx, partId)
        : issuedPart(tx, report, partId, issueLineId)),
      issueLineId,
      quantity,
      reason,
    });
  }
  await refuseOverIssued(tx, lines);
}

/** Refuses MORE_THAN_ISSUED when all reports together list more of an issued line than was issued and not given back or lost. */
export async function refuseOverIssued(tx: ReadTx, lines: readonly ReportLineInput[]): Promise<void> {
  const issueLineIds = lines.flatMap((line) => line.issueLineId ?? []);
  const open = await openForReports(tx, issueLineIds);
  const over = lines.find((line) => (open.get(line.issueLineId ?? '') ?? 0) < 0);
  if (!over) return;
  const { issueLineId, partId } = over;
  const [part] = await tx.db.select().from(parts).where(eq(parts.id, partId));
  const listed = lines
    .filter((line) => line.issueLineId === issueLineId)
    .reduce((sum, line) => sum + line.quantity, 0);
  const openQuantity = Math.max(0, listed + (open.get(issueLineId ?? '') ?? 0));
  refuse('MORE_THAN_ISSUED', { part: `${part?.number} ${part?.name}`, openQuantity });
}

/** The part of an issued line; a line that names another part than was issued is a mistake of the one who sends it. */
async function issuedPart(tx: ReadTx, report: ReportNamed, partId: string, issueLineId: string) {
  const issued = await issueLineOfReport(tx, issueLineId, report);
  if (issued.partId !== partId) refuse('NOT_FOUND', { kind: 'issueLine' });
  return issued.partId;
}

async function knownPart(tx: ReadTx, partId: string) {
  const [part] = await tx.db
    .select({ id: parts.id })
    .from(parts)
    .where(among(parts.id, [partId]));
  return part?.id ?? refuse('NOT_FOUND', { kind: 'part' });
}
