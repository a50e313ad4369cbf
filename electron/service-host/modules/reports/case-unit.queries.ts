import { asc, eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { warrantyJudgements } from '../../schema/warranty.tables.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

/** A document of a case that names a unit. */
export interface UnitDocument {
  readonly kind: 'requisition' | 'report' | 'judgement';
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly unitId: string | null;
}

/** The documents of a case that name a unit or could name one, in the order of time; none that are void. */
export async function unitDocumentsOf(tx: ReadTx, caseId: string): Promise<readonly UnitDocument[]> {
  const { id: requisitionId, number, state, unitId } = requisitions;
  const drawn = await tx.db
    .select({ id: requisitionId, number, state, unitId })
    .from(requisitions)
    .where(eq(requisitions.caseId, caseId))
    .orderBy(asc(requisitions.createdAt));
  const reports = await tx.db
    .select({
      id: serviceReports.id,
      number: serviceReports.number,
      state: serviceReports.state,
      unitId: serviceReports.unitId,
    })
    .from(serviceReports)
    .where(eq(serviceReports.caseId, caseId))
    .orderBy(asc(serviceReports.createdAt));
  const judgements = await tx.db
    .select({
      id: warrantyJudgements.id,
      number: warrantyJudgements.number,
      unitId: warrantyJudgements.unitId,
    })
    .from(warrantyJudgements)
    .where(eq(warrantyJudgements.caseId, caseId))
    .orderBy(asc(warrantyJudgements.at));
  const documents: readonly UnitDocument[] = [
    ...judgements.map((row) => ({ kind: 'judgement' as const, ...row, state: 'judged' })),
    ...drawn.map((row) => ({ kind: 'requisition' as const, ...row })),
    ...reports.map((row) => ({ kind: 'report' as const, ...row })),
  ];
  return documents.filter(({ state: now }) => now !== 'void');
}
