import { and, asc, eq, ne } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { unitOfCase } from '../cases/cases.named.queries.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { issuedForCase, issueLinesOf, keptOfIssued } from '../requisitions/issued-lines.queries.ts';
import { serviceReportLines, serviceReports } from '../../schema/reports.tables.ts';

/** One replaced part: taken from what was issued on the case, or something the customer had. */
export interface ReportLineInput {
  readonly partId: string;
  readonly issueLineId: string | null;
  readonly quantity: Quantity;
  readonly reason: string;
}

/** The lines of a report in their order, as the audit trail and the rules take them. */
export async function linesOf(tx: ReadTx, reportId: string): Promise<ReportLineInput[]> {
  return tx.db
    .select({
      partId: serviceReportLines.partId,
      issueLineId: serviceReportLines.issueLineId,
      quantity: serviceReportLines.quantity,
      reason: serviceReportLines.reason,
    })
    .from(serviceReportLines)
    .where(eq(serviceReportLines.reportId, reportId))
    .orderBy(asc(serviceReportLines.position));
}

/**
 * How much of each of these issued lines no report lists yet and nobody gave back or lost; below zero where reports list
 * more than was kept.
 */
export async function openForReports(
  tx: ReadTx,
  issueLineIds: readonly string[],
): Promise<ReadonlyMap<string, Quantity>> {
  const open = new Map(await keptOfIssued(tx, issueLineIds));
  const listed = await tx.db
    .select({ id: serviceReportLines.issueLineId, quantity: serviceReportLines.quantity })
    .from(serviceReportLines)
    .innerJoin(serviceReports, eq(serviceReports.id, serviceReportLines.reportId))
    .where(and(among(serviceReportLines.issueLineId, issueLineIds), ne(serviceReports.state, 'void')));
  for (const { id, quantity } of listed) open.set(id ?? '', (open.get(id ?? '') ?? 0) - quantity);
  return open;
}

/** Reports that list something issued on a requisition. */
export async function reportsListing(tx: ReadTx, requisitionId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectDistinct({ id: serviceReportLines.reportId })
    .from(serviceReportLines)
    .where(among(serviceReportLines.issueLineId, await issueLinesOf(tx, requisitionId)));
  return rows.map((row): string => row.id);
}

/**
 * What no report lists yet, in the order in which it was handed out: issued on the case, and issued on no case, for no
 * other unit, to these technicians.
 */
export async function listReplaceable(
  tx: ReadTx,
  input: { readonly caseId: string; readonly technicianIds?: readonly string[] | undefined },
) {
  const unitId = await unitOfCase(tx, input.caseId);
  const rows = await issuedForCase(tx, { caseId: input.caseId, unitId }, input.technicianIds ?? []);
  const ids = rows.map((row) => row.issueLineId);
  const open = await openForReports(tx, ids);
  const tags = await tagsOfIssueLines(tx, ids);
  const part = await partsNamed(
    tx,
    rows.map((row) => row.partId),
  );
  return rows
    .map((row) => ({
      ...row,
      partNumber: part(row.partId).number,
      partName: part(row.partId).name,
      unitOfMeasure: part(row.partId).unitOfMeasure,
      openQuantity: open.get(row.issueLineId) ?? 0,
      oldPartNumber: (tags.get(row.issueLineId) ?? []).map((tag) => tag.number).join(' '),
    }))
    .filter((row) => row.openQuantity > 0);
}
