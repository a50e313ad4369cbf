import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import type { ReportState } from '#shared/nouns/report.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { serviceReportLines, serviceReports } from '../../schema/reports.tables.ts';
import { clearings, issueLines, requisitionLines } from '../../schema/requisitions.tables.ts';

/** A line of an issue slip, as far as it was accounted for. */
export interface DrawnLine {
  readonly unitOfMeasure: string;
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
    })
    .from(issueLines)
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .where(and(eq(issueLines.id, issueLineId), eq(requisitionLines.requisitionId, requisitionId)));
  if (!row) return undefined;
  const { number, name, unitOfMeasure } = (await partsNamed(tx, [row.partId]))(row.partId);
  return { ...row, partName: `${number} ${name}`, unitOfMeasure };
}

/** How much of a drawn line a report lists, and how much of that it has accounted for; undefined without such a report. */
export async function reportCover(
  tx: ReadTx,
  reportId: string,
  issueLineId: string,
): Promise<
  | {
      number: string;
      caseId: string;
      state: ReportState;
      listedQuantity: Quantity;
      clearedQuantity: Quantity;
    }
  | undefined
> {
  const [report] = await tx.db
    .select({ number: serviceReports.number, caseId: serviceReports.caseId, state: serviceReports.state })
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

/** How much of a drawn line finished reports still claim as installed, beyond what was cleared by them, and the newest that does. */
export async function claimedByReports(
  tx: ReadTx,
  issueLineId: string,
): Promise<{ readonly quantity: Quantity; readonly number: string }> {
  const listed = await tx.db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      quantity: serviceReportLines.quantity,
    })
    .from(serviceReportLines)
    .innerJoin(serviceReports, eq(serviceReports.id, serviceReportLines.reportId))
    .where(
      and(eq(serviceReportLines.issueLineId, issueLineId), inArray(serviceReports.state, claimingStates)),
    );
  const cleared = await tx.db
    .select({ reportId: clearings.reportId, quantity: clearings.quantity })
    .from(clearings)
    .where(and(eq(clearings.issueLineId, issueLineId), isNotNull(clearings.reportId)));
  const claims = [...new Set(listed.map(({ id }) => id))].map((id) => {
    const lines = listed.filter((line) => line.id === id);
    const left = total(lines) - total(cleared.filter((line) => line.reportId === id));
    return { number: lines[0]?.number ?? '', quantity: Math.max(0, left) };
  });
  return { quantity: total(claims), number: claims.findLast(({ quantity }) => quantity > 0)?.number ?? '' };
}

/** In these states a report says on paper what was installed. */
const claimingStates: ReportState[] = ['finished', 'signed', 'approved', 'filed'];

function total(rows: readonly { readonly quantity: Quantity }[]): Quantity {
  return rows.reduce((sum, row) => sum + row.quantity, 0);
}
