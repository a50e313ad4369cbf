import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { workingStates } from '#shared/domain/case-moves.ts';
import type { CaseState, RequisitionState } from '#shared/domain/states.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { editRecord } from '../edit-record.ts';
import { issues, requisitions } from '../requisitions/requisitions.tables.ts';
import { addCaseEvent } from './cases.events.service.ts';
import { caseToWork } from './cases.service.ts';
import { caseEvents, cases } from './cases.tables.ts';

const waiting: readonly RequisitionState[] = ['submitted', 'approved', 'partlyIssued'];

/**
 * Lets a case go on once none of its requisitions waits for parts any more: into service when parts were handed out, else
 * back to where it was before. Does nothing for a case that does not wait for parts.
 */
export async function endWaitingForParts(tx: WriteTx, caseId: string | null): Promise<void> {
  if (caseId === null) return;
  const { state, version } = await caseToWork(tx, caseId);
  if (state !== 'awaitingParts' || (await isWaiting(tx, caseId))) return;
  const next = (await isHandedOut(tx, caseId)) ? 'inService' : await stateBefore(tx, caseId);
  const fields = { state: next };
  await editRecord(tx, cases, { kind: 'case', act: 'cases.mark', id: caseId, version, fields });
  await addCaseEvent(tx, { caseId, kind: 'state', documentKind: 'caseState', documentNumber: next });
}

async function isWaiting(tx: ReadTx, caseId: string): Promise<boolean> {
  const [found] = await tx.db
    .select({ id: requisitions.id })
    .from(requisitions)
    .where(and(eq(requisitions.caseId, caseId), inArray(requisitions.state, [...waiting])))
    .limit(1);
  return found !== undefined;
}

async function isHandedOut(tx: ReadTx, caseId: string): Promise<boolean> {
  const [found] = await tx.db
    .select({ id: issues.id })
    .from(issues)
    .innerJoin(requisitions, eq(requisitions.id, issues.requisitionId))
    .where(eq(requisitions.caseId, caseId))
    .limit(1);
  return found !== undefined;
}

/** The story of a case tells each state it came to; before the first of them it was registered. */
async function stateBefore(tx: ReadTx, caseId: string): Promise<CaseState> {
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
