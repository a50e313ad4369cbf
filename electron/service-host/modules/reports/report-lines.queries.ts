import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { cases } from '../../schema/cases.tables.ts';
import { tagsOfIssueLines } from '../old-parts/old-parts.queries.ts';
import { parts } from '../../schema/parts.tables.ts';
import {
  clearings,
  issueLines,
  issues,
  requisitionLines,
  requisitions,
} from '../../schema/requisitions.tables.ts';
import { stockAccounts } from '../../schema/stock.tables.ts';
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
  const issued = await tx.db
    .select({ id: issueLines.id, quantity: issueLines.quantity })
    .from(issueLines)
    .where(among(issueLines.id, issueLineIds));
  const listed = await tx.db
    .select({ id: serviceReportLines.issueLineId, quantity: serviceReportLines.quantity })
    .from(serviceReportLines)
    .innerJoin(serviceReports, eq(serviceReports.id, serviceReportLines.reportId))
    .where(and(among(serviceReportLines.issueLineId, issueLineIds), ne(serviceReports.state, 'void')));
  const gone = await tx.db
    .select({ id: clearings.issueLineId, quantity: clearings.quantity })
    .from(clearings)
    .where(and(among(clearings.issueLineId, issueLineIds), ne(clearings.kind, 'installed')));
  const open = new Map(issued.map((row): [string, Quantity] => [row.id, row.quantity]));
  for (const { id, quantity } of [...listed, ...gone])
    open.set(id ?? '', (open.get(id ?? '') ?? 0) - quantity);
  return open;
}

/** Reports that list something issued on a requisition. */
export async function reportsListing(tx: ReadTx, requisitionId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectDistinct({ id: serviceReportLines.reportId })
    .from(requisitionLines)
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(serviceReportLines, eq(serviceReportLines.issueLineId, issueLines.id))
    .where(eq(requisitionLines.requisitionId, requisitionId));
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
  const [found] = await tx.db.select().from(cases).where(eq(cases.id, input.caseId));
  const { unitId = null } = found ?? {};
  const ofNoCase = and(
    isNull(requisitions.caseId),
    among(stockAccounts.personId, input.technicianIds ?? []),
    unitId === null
      ? isNull(requisitions.unitId)
      : or(isNull(requisitions.unitId), eq(requisitions.unitId, unitId)),
  );
  const rows = await tx.db
    .select({
      issueLineId: issueLines.id,
      partId: issueLines.partId,
      fault: requisitionLines.fault,
      partNumber: parts.number,
      partName: parts.name,
      unitOfMeasure: parts.unitOfMeasure,
      holderName: stockAccounts.name,
      issuedAt: issues.at,
    })
    .from(requisitions)
    .innerJoin(requisitionLines, eq(requisitionLines.requisitionId, requisitions.id))
    .innerJoin(issueLines, eq(issueLines.requisitionLineId, requisitionLines.id))
    .innerJoin(issues, eq(issues.id, issueLines.issueId))
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .where(or(eq(requisitions.caseId, input.caseId), ofNoCase))
    .orderBy(asc(issues.at), asc(issueLines.id));
  const ids = rows.map((row) => row.issueLineId);
  const open = await openForReports(tx, ids);
  const tags = await tagsOfIssueLines(tx, ids);
  return rows
    .map((row) => ({
      ...row,
      openQuantity: open.get(row.issueLineId) ?? 0,
      oldPartNumber: (tags.get(row.issueLineId) ?? []).map((tag) => tag.number).join(' '),
    }))
    .filter((row) => row.openQuantity > 0);
}
