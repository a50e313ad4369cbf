import type { WriteTx } from '../../database/database.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { addCaseEvent } from './cases.events.service.ts';
import { caseToWork } from './cases.service.ts';
import { cases } from '../../schema/cases.tables.ts';
import { arePartsHandedOut, arePartsAwaited, stateBeforeWaiting } from './cases.waiting.queries.ts';

/**
 * Lets a case go on once none of its requisitions waits for parts any more: into service when parts were handed out, else
 * back to where it was before. Does nothing for a case that does not wait for parts.
 */
export async function endWaitingForParts(tx: WriteTx, caseId: string | null): Promise<void> {
  if (caseId === null) return;
  const { state, version } = await caseToWork(tx, caseId);
  if (state !== 'awaitingParts' || (await arePartsAwaited(tx, caseId))) return;
  const next = (await arePartsHandedOut(tx, caseId)) ? 'inService' : await stateBeforeWaiting(tx, caseId);
  const fields = { state: next };
  await editRecord(tx, cases, { kind: 'case', act: 'cases.mark', id: caseId, version, fields });
  await addCaseEvent(tx, { caseId, kind: 'state', documentKind: 'caseState', documentNumber: next });
}
