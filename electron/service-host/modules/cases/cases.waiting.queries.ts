import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { workingStates } from '#shared/domain/case-moves.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import type { ReadTx } from '../../database/database.ts';
import { issues, requisitions } from '../../schema/requisitions.tables.ts';
import { caseEvents } from '../../schema/cases.tables.ts';

const waiting: readonly RequisitionState[] = ['submitted', 'approved', 'partlyIssued'];

/** Whether a requisition of the case waits to be decided or issued. */
export async function arePartsAwaited(tx: ReadTx, caseId: string): Promise<boolean> {
  const [found] = await tx.db
    .select({ id: requisitions.id })
    .from(requisitions)
    .where(and(eq(requisitions.caseId, caseId), inArray(requisitions.state, [...waiting])))
    .limit(1);
  return found !== undefined;
}

/** Whether parts were issued for the case. */
export async function arePartsHandedOut(tx: ReadTx, caseId: string): Promise<boolean> {
  const [found] = await tx.db
    .select({ id: issues.id })
    .from(issues)
    .innerJoin(requisitions, eq(requisitions.id, issues.requisitionId))
    .where(eq(requisitions.caseId, caseId))
    .limit(1);
  return found !== undefined;
}

/** The state of the case before it waited for parts, as its story tells; registered where nothing came before. */
export async function stateBeforeWaiting(tx: ReadTx, caseId: string): Promise<CaseState> {
  const [last] = await tx.db
    .select({ state: caseEvents.documentNumber })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, caseId),
        eq(caseEvents.documentKind, 'caseState'),
        ne(caseEvents.documentNumber, 'awaitingParts'),
      ),
    )
    .orderBy(desc(caseEvents.at), desc(caseEvents.id))
    .limit(1);
  return workingStates.find((state) => state === last?.state) ?? 'registered';
}
