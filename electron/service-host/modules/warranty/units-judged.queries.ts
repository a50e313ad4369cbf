import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { dayOf, type Day } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';
import { issueLines, requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';
import { serviceReportLines, serviceReports } from '../../schema/reports.tables.ts';
import { modelsOfUnits } from '../units/units.models.queries.ts';
import type { JudgedUnit, Replacement } from './warranty.rules.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';

/** What judging needs to know of a unit, with the last readings up to the day asked for. */
export interface UnitToJudge extends JudgedUnit {
  readonly id: string;
  readonly lastMileageKm: number | null;
  readonly lastOperatingHours: number | null;
}

/** The units with these ids as they are judged on a day. */
export async function unitsToJudge(tx: ReadTx, unitIds: readonly string[], day: Day): Promise<UnitToJudge[]> {
  return modelsOfUnits(tx, unitIds, day);
}

/** The latest replacement under warranty of each component group of the units, by `replacementKey`. */
export async function replacementsOf(
  tx: ReadTx,
  unitIds: readonly string[],
  day: Day,
  exceptCaseId: string | null = null,
): Promise<ReadonlyMap<string, Replacement>> {
  const rows = await tx.db
    .select({
      unitId: serviceReports.unitId,
      caseId: serviceReports.caseId,
      finishedAt: serviceReports.finishedAt,
      mileageKm: serviceReports.mileageKm,
      operatingHours: serviceReports.operatingHours,
      groupCode: sql<string>`coalesce(${warrantyJudgements.componentGroupCode}, ${parts.componentGroupCode})`,
    })
    .from(serviceReports)
    .innerJoin(serviceReportLines, eq(serviceReportLines.reportId, serviceReports.id))
    .innerJoin(issueLines, eq(issueLines.id, serviceReportLines.issueLineId))
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .innerJoin(
      requisitions,
      and(eq(requisitions.id, requisitionLines.requisitionId), eq(requisitions.purpose, 'warranty')),
    )
    .innerJoin(parts, eq(parts.id, serviceReportLines.partId))
    .leftJoin(warrantyJudgements, eq(warrantyJudgements.id, requisitionLines.judgementId))
    .where(
      and(
        among(serviceReports.unitId, unitIds),
        among(serviceReports.state, ['signed', 'approved', 'filed']),
        isNotNull(serviceReports.finishedAt),
      ),
    );
  const latest = new Map<string, Replacement>();
  for (const { unitId, caseId, finishedAt, groupCode, mileageKm, operatingHours } of rows) {
    const replaced = dayOf(finishedAt ?? 0);
    // What was replaced in the case itself is its outcome, not what it is judged on.
    if (unitId === null || replaced > day || caseId === exceptCaseId) continue;
    const key = replacementKey(unitId, groupCode);
    if (replaced >= (latest.get(key)?.day ?? ''))
      latest.set(key, { day: replaced, mileageKm, operatingHours });
  }
  return latest;
}

/** Names a component group of a unit. */
export function replacementKey(unitId: string, componentGroupCode: string): string {
  return `${unitId} ${componentGroupCode}`;
}
