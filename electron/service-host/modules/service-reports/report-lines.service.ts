import { and, eq, ne } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { parts } from '../parts/parts.tables.ts';
import {
  clearings,
  issueLines,
  requisitionLines,
  requisitions,
} from '../requisitions/requisitions.tables.ts';
import { serviceReportLines, serviceReports } from './service-reports.tables.ts';

/** One replaced part: taken from what was issued on the case, or something the customer had. */
export interface ReportLineInput {
  readonly partId: string;
  readonly issueLineId: string | null;
  readonly quantity: Quantity;
  readonly reason: string;
}

/** Rewrites the lines of a report. Refuses MORE_THAN_ISSUED when reports would list more of a line than was issued and kept. */
export async function writeReportLines(
  tx: WriteTx,
  report: { readonly id: string; readonly caseId: string },
  lines: readonly ReportLineInput[],
): Promise<void> {
  await tx.db.delete(serviceReportLines).where(eq(serviceReportLines.reportId, report.id));
  for (const [index, line] of lines.entries()) {
    const partId =
      line.issueLineId === null
        ? await knownPart(tx, line.partId)
        : await issuedPart(tx, report, { ...line, issueLineId: line.issueLineId });
    const { issueLineId, quantity, reason } = line;
    await tx.db
      .insert(serviceReportLines)
      .values({
        id: newId<'reportLine'>(tx.now),
        reportId: report.id,
        position: index + 1,
        partId,
        issueLineId,
        quantity,
        reason,
      });
  }
}

/** How much of an issued line no report lists yet and nobody returned or lost. */
export async function openForReports(
  tx: ReadTx,
  issueLineId: string,
  issuedQuantity: Quantity,
): Promise<Quantity> {
  const listed = await tx.db
    .select({ quantity: serviceReportLines.quantity })
    .from(serviceReportLines)
    .innerJoin(serviceReports, eq(serviceReports.id, serviceReportLines.reportId))
    .where(and(eq(serviceReportLines.issueLineId, issueLineId), ne(serviceReports.state, 'void')));
  const gone = await tx.db
    .select({ quantity: clearings.quantity })
    .from(clearings)
    .where(and(eq(clearings.issueLineId, issueLineId), ne(clearings.kind, 'installed')));
  return [...listed, ...gone].reduce((left, row) => left - row.quantity, issuedQuantity);
}

async function issuedPart(
  tx: WriteTx,
  report: { readonly caseId: string },
  line: ReportLineInput & { readonly issueLineId: string },
): Promise<string> {
  const [issued] = await tx.db
    .select({
      partId: issueLines.partId,
      quantity: issueLines.quantity,
      number: parts.number,
      name: parts.name,
    })
    .from(issueLines)
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .innerJoin(requisitions, eq(requisitions.id, requisitionLines.requisitionId))
    .where(and(eq(issueLines.id, line.issueLineId), eq(requisitions.caseId, report.caseId)));
  if (!issued || issued.partId !== line.partId) return refuse('NOT_FOUND', { kind: 'issueLine' });
  const open = await openForReports(tx, line.issueLineId, issued.quantity);
  if (line.quantity > open)
    refuse('MORE_THAN_ISSUED', { part: `${issued.number} ${issued.name}`, openQuantity: open });
  return issued.partId;
}

async function knownPart(tx: WriteTx, partId: string): Promise<string> {
  const [part] = await tx.db.select({ id: parts.id }).from(parts).where(eq(parts.id, partId));
  return part?.id ?? refuse('NOT_FOUND', { kind: 'part' });
}
