import { and, eq } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ReportState } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { parts } from '../parts/parts.tables.ts';
import { serviceReportLines, serviceReports } from '../service-reports/service-reports.tables.ts';
import { clearings, issueLines, requisitionLines } from './requisitions.tables.ts';

/** A line of an issue slip, as far as it was accounted for. */
export interface DrawnLine {
  readonly id: string;
  readonly requisitionLineId: string;
  readonly partId: string;
  readonly partName: string;
  readonly quantity: Quantity;
  readonly clearedQuantity: Quantity;
}

/** A line that was issued on this requisition; undefined for any other. */
export async function drawnLine(
  tx: ReadTx,
  requisitionId: string,
  issueLineId: string,
): Promise<DrawnLine | undefined> {
  const [row] = await tx.db
    .select({
      id: issueLines.id,
      requisitionLineId: issueLines.requisitionLineId,
      partId: issueLines.partId,
      quantity: issueLines.quantity,
      clearedQuantity: issueLines.clearedQuantity,
      partNumber: parts.number,
      name: parts.name,
    })
    .from(issueLines)
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .innerJoin(parts, eq(parts.id, issueLines.partId))
    .where(and(eq(issueLines.id, issueLineId), eq(requisitionLines.requisitionId, requisitionId)));
  return row && { ...row, partName: `${row.partNumber} ${row.name}` };
}

/** How much of a drawn line a report lists, and how much of that it has accounted for; undefined without such a report. */
export async function reportCover(
  tx: ReadTx,
  reportId: string,
  issueLineId: string,
): Promise<
  { number: string; state: ReportState; listedQuantity: Quantity; clearedQuantity: Quantity } | undefined
> {
  const [report] = await tx.db
    .select({ number: serviceReports.number, state: serviceReports.state })
    .from(serviceReports)
    .where(eq(serviceReports.id, reportId));
  if (!report) return undefined;
  const listed = await tx.db
    .select({ quantity: serviceReportLines.quantity })
    .from(serviceReportLines)
    .where(and(eq(serviceReportLines.reportId, reportId), eq(serviceReportLines.issueLineId, issueLineId)));
  const cleared = await tx.db
    .select({ quantity: clearings.quantity })
    .from(clearings)
    .where(and(eq(clearings.reportId, reportId), eq(clearings.issueLineId, issueLineId)));
  return { ...report, listedQuantity: total(listed), clearedQuantity: total(cleared) };
}

function total(rows: readonly { readonly quantity: Quantity }[]): Quantity {
  return rows.reduce((sum, row) => sum + row.quantity, 0);
}
