import { eq } from 'drizzle-orm';
import { Refusal, refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { endWaitingForParts } from '../cases/cases.waiting.service.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import {
  decidedFor,
  type DecidedFor,
  decidingFacts,
  refuseUnlessUnconcerned,
} from '../people/deciding.queries.ts';
import { concernedPeople } from './concerned.queries.ts';
import {
  indexRequisition,
  requisitionDocument,
  tellCase,
  type Edited,
  type Requisition,
} from './records.service.ts';
import { requisitionDecision } from './requisitions.duties.ts';
import { decisionRefusal } from './requisitions.rules.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';

/** Approves, and gives the final number. Refuses OWN_REQUISITION to everybody it belongs to, and to their deputies. */
export async function approveRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const { found, also } = await requisitionToDecide(tx, 'approve', input);
  const number = await nextNumber(tx, 'requisition');
  const fields = {
    state: 'approved',
    number,
    decidedBy: tx.actor.personId,
    decidedAt: tx.now,
    decisionReason: input.reason,
  } as const;
  const saved = await requisitionDocument.change(tx, found, 'approve', fields, also);
  await followDuty(tx, requisitionDecision, found.id);
  await tellCase(tx, { ...found, number }, 'approved');
  await indexRequisition(tx, found.id);
  return saved;
}

/** Refuses the request, with the reason. */
export async function rejectRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const { found, also } = await requisitionToDecide(tx, 'reject', input);
  const fields = {
    state: 'rejected',
    decidedBy: tx.actor.personId,
    decidedAt: tx.now,
    decisionReason: input.reason,
  } as const;
  const saved = await requisitionDocument.change(tx, found, 'reject', fields, also);
  await followDuty(tx, requisitionDecision, found.id);
  await tellCase(tx, found, 'rejected', input.reason);
  await endWaitingForParts(tx, found.caseId);
  return saved;
}

/** Approves several, each for itself: what one of them meets does not hold up the others. */
export async function approveSeveral(tx: WriteTx, input: { readonly requisitions: readonly Edited[] }) {
  const results: { id: string; number: string; refusal: string | null }[] = [];
  for (const { id, version } of input.requisitions) {
    try {
      // Every refusal of an approval comes before its first write, so that one refused leaves nothing behind.
      const { number } = await approveRequisition(tx, { id, version, reason: '' });
      results.push({ id, number, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ id, number: await numberOf(tx, id), refusal: error.code });
    }
  }
  return { results };
}

/** Lets a holder over the limit draw on this requisition all the same. Refuses OWN_REQUISITION like an approval. */
export async function allowOverLimit(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionDocument.toAct(tx, 'allowOverLimit', input);
  const also = await refuseUnlessUnconcerned(tx, 'requisitions.allow', await concernedPeople(tx, found));
  const fields = { allowedBy: tx.actor.personId, allowReason: input.reason };
  return requisitionDocument.change(tx, found, 'allowOverLimit', fields, also);
}

async function requisitionToDecide(
  tx: WriteTx,
  act: 'approve' | 'reject',
  input: Edited,
): Promise<{ readonly found: Requisition; readonly also: DecidedFor }> {
  const found = await requisitionDocument.toAct(tx, act, input);
  const facts = await decidingFacts(tx, 'requisitions.approve', await concernedPeople(tx, found));
  const refusal = decisionRefusal({ ...facts, state: found.state });
  if (refusal === 'NOT_SIGNED_IN') refuse('NOT_SIGNED_IN', {});
  if (refusal === 'NOT_PERMITTED') refuse('NOT_PERMITTED', { permission: 'requisitions.approve' });
  if (refusal) refuse('OWN_REQUISITION', {});
  return { found, also: decidedFor(facts) };
}

async function numberOf(tx: WriteTx, id: string): Promise<string> {
  const [found] = await tx.db
    .select({ number: requisitions.number })
    .from(requisitions)
    .where(eq(requisitions.id, id));
  return found?.number ?? '';
}
