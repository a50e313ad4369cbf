import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { attachments } from '../../schema/attachments.tables.ts';
import { cases } from '../../schema/cases.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { issueLines, requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
import { refuseApart, type Named } from './relations.rules.ts';

/* Which line is of which document, and which document of which case. Refuses as the other relations do. */

/** A line is of the requisition. Gives its row. */
export async function lineOfRequisition(
  tx: ReadTx,
  lineId: string,
  requisition: { readonly id: string; readonly number: string },
) {
  const [found] = await tx.db
    .select({ line: requisitionLines, partNumber: parts.number })
    .from(requisitionLines)
    .innerJoin(parts, eq(parts.id, requisitionLines.partId))
    .where(eq(requisitionLines.id, lineId));
  if (!found) return refuse('NOT_FOUND', { kind: 'requisitionLine' });
  if (found.line.requisitionId !== requisition.id)
    refuseApart({ kind: 'requisitionLine', name: found.partNumber }, requisitionNamed(requisition));
  return found.line;
}

/** A line was issued on the requisition. */
export async function issueLineOfRequisition(
  tx: ReadTx,
  issueLineId: string,
  requisition: { readonly id: string; readonly number: string },
): Promise<void> {
  const issued = await issuedLine(tx, issueLineId);
  if (issued.requisitionId !== requisition.id) refuseApart(issued, requisitionNamed(requisition));
}

/** What a report must tell of itself for a line to be held against it. */
export interface ReportNamed {
  readonly number: string;
  readonly caseId: string;
  readonly unitId: string | null;
  readonly technicianIds: readonly string[];
}

/**
 * A line was issued for the case of the report; or for no case, to somebody who did the work or to an account of nobody,
 * and not for another unit: what a technician carries along is installed wherever it is needed. Gives its part.
 */
export async function issueLineOfReport(tx: ReadTx, issueLineId: string, report: ReportNamed) {
  const issued = await issuedLine(tx, issueLineId);
  if (!isOfReport(issued, report)) refuseApart(issued, { kind: 'report', name: report.number });
  return issued;
}

/** A report is of the case that the parts were drawn for; parts drawn for no case go with every report. */
export async function reportOfCase(
  tx: ReadTx,
  report: { readonly number: string; readonly caseId: string },
  caseId: string | null,
): Promise<void> {
  if (caseId === null || report.caseId === caseId) return;
  const [found] = await tx.db.select({ number: cases.number }).from(cases).where(eq(cases.id, caseId));
  refuseApart({ kind: 'report', name: report.number }, { kind: 'case', name: found?.number ?? '' });
}

/** A file is attached to the report. Gives its row. */
export async function attachmentOfReport(
  tx: ReadTx,
  attachmentId: string,
  report: { readonly id: string; readonly number: string },
) {
  const [found] = await tx.db.select().from(attachments).where(eq(attachments.id, attachmentId));
  if (!found) return refuse('NOT_FOUND', { kind: 'attachment' });
  if (found.subjectKind !== 'report' || found.subjectId !== report.id)
    refuseApart({ kind: 'attachment', name: found.fileName }, { kind: 'report', name: report.number });
  return found;
}

function isOfReport(issued: Awaited<ReturnType<typeof issuedLine>>, report: ReportNamed): boolean {
  if (issued.caseId !== null) return issued.caseId === report.caseId;
  if (issued.unitId !== null && issued.unitId !== report.unitId) return false;
  return issued.holderPersonId === null || report.technicianIds.includes(issued.holderPersonId);
}

function requisitionNamed({ number }: { readonly number: string }): Named {
  return { kind: 'requisition', name: number };
}

async function issuedLine(tx: ReadTx, issueLineId: string) {
  const [found] = await tx.db
    .select({
      partId: issueLines.partId,
      name: parts.number,
      requisitionId: requisitions.id,
      caseId: requisitions.caseId,
      unitId: requisitions.unitId,
      holderPersonId: stockAccounts.personId,
    })
    .from(issueLines)
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .innerJoin(requisitions, eq(requisitions.id, requisitionLines.requisitionId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .where(eq(issueLines.id, issueLineId));
  return found ? { kind: 'issueLine', ...found } : refuse('NOT_FOUND', { kind: 'issueLine' });
}
