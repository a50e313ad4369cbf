import type { WriteTx } from '../../database/database.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { endWaitingForParts } from '../cases/cases.waiting.service.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { decidingFacts, refuseUnlessUnconcerned } from '../people/deciding.queries.ts';
import { signByRules } from '../settings/signing.service.ts';
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
import { backToDraft } from './requisitions.service.ts';

type Reasoned = Edited & { readonly reason: string };

/**
 * Signs the approval; the last signature that is needed approves, and gives the final number. Refuses OWN_REQUISITION to
 * everybody it belongs to, and to their deputies, ALREADY_SIGNED, NOT_YOUR_TURN.
 */
export async function approveRequisition(tx: WriteTx, input: Reasoned) {
  const found = await requisitionDocument.toAct(tx, 'approve', input);
  const signed = await signOn(tx, found, 'approve', input.reason);
  if (!signed.isLast) return unchanged(found);
  const number = await nextNumber(tx, 'requisition');
  const fields = { state: 'approved', number, ...decided(tx, input.reason) } as const;
  const saved = await requisitionDocument.change(tx, found, 'approve', fields, signed.also);
  await followDuty(tx, requisitionDecision, found.id);
  await tellCase(tx, { ...found, number }, 'approved');
  await indexRequisition(tx, found.id);
  return saved;
}

/** Refuses the request, with the reason. */
export async function rejectRequisition(tx: WriteTx, input: Reasoned) {
  const found = await requisitionDocument.toAct(tx, 'reject', input);
  const { also } = await signOn(tx, found, 'reject', input.reason);
  const fields = { state: 'rejected', ...decided(tx, input.reason) } as const;
  const saved = await requisitionDocument.change(tx, found, 'reject', fields, also);
  await followDuty(tx, requisitionDecision, found.id);
  await tellCase(tx, found, 'rejected', input.reason);
  await endWaitingForParts(tx, found.caseId);
  return saved;
}

/** Gives the request back to its author as a draft, with what is to be changed. */
export async function sendBackRequisition(tx: WriteTx, input: Reasoned) {
  const found = await requisitionDocument.toAct(tx, 'reject', input);
  if (input.reason === '') refuse('REASON_REQUIRED', {});
  const { also } = await signOn(tx, found, 'sendBack', input.reason);
  return backToDraft(tx, found, input.reason, also);
}

/**
 * Lets a holder over the limit draw on this requisition all the same. Without a reason of its own, that of whoever asked for
 * it stands. Refuses OWN_REQUISITION like an approval, and REASON_REQUIRED.
 */
export async function allowOverLimit(tx: WriteTx, input: Reasoned) {
  const found = await requisitionDocument.toAct(tx, 'allowOverLimit', input);
  const allowReason = input.reason || (found.allowAskReason ?? '');
  if (allowReason === '') refuse('REASON_REQUIRED', {});
  const { isLast, also } = await signOnAllowance(tx, found, 'approve', input.reason);
  if (!isLast) return unchanged(found);
  const fields = { allowedBy: tx.actor.personId, allowReason, ...notAsked };
  return requisitionDocument.change(tx, found, 'allowOverLimit', fields, also);
}

/** Asks a leader to let the holder draw all the same; it waits in the inbox until somebody decides. */
export async function askOverLimit(tx: WriteTx, input: Reasoned) {
  const found = await requisitionDocument.toAct(tx, 'askOverLimit', input);
  if (found.allowedBy !== null || found.allowAskedAt !== null)
    refuse('ALREADY_ASKED', { number: found.number });
  return requisitionDocument.change(tx, found, 'askOverLimit', {
    allowAskedBy: tx.actor.personId,
    allowAskedAt: tx.now,
    allowAskReason: input.reason,
  });
}

/** Does not let the holder draw beyond the limit, with the reason; nothing waits any more until somebody asks again. */
export async function refuseOverLimit(tx: WriteTx, input: Reasoned) {
  const found = await requisitionDocument.toAct(tx, 'allowOverLimit', input);
  if (found.allowAskedAt === null) refuse('WRONG_STATE', { number: found.number, state: found.state });
  const { also } = await signOnAllowance(tx, found, 'reject', input.reason);
  return requisitionDocument.change(tx, found, 'refuseOverLimit', notAsked, {
    ...also,
    after: { ...also.after, reason: input.reason },
  });
}

const notAsked = { allowAskedBy: null, allowAskedAt: null, allowAskReason: null } as const;

const decided = (tx: WriteTx, decisionReason: string) =>
  ({ decidedBy: tx.actor.personId, decidedAt: tx.now, decisionReason }) as const;

/** A signature before the last changes nothing of the requisition itself. */
const unchanged = ({ id, version, number }: Requisition) => ({ id: id as string, version, number });

async function signOn(
  tx: WriteTx,
  found: Requisition,
  verdict: 'approve' | 'reject' | 'sendBack',
  reason: string,
) {
  const by = await decidingFacts(tx, 'requisitions.approve', await concernedPeople(tx, found));
  const refusal = decisionRefusal({ ...by, state: found.state });
  if (refusal === 'NOT_SIGNED_IN') refuse('NOT_SIGNED_IN', {});
  if (refusal === 'NOT_PERMITTED') refuse('NOT_PERMITTED', { permission: 'requisitions.approve' });
  if (refusal) refuse('OWN_REQUISITION', {});
  const { id, version, amountFen } = found;
  return signByRules(tx, { decision: 'requisition.approve', id, version, amountFen, verdict, reason, by });
}

async function signOnAllowance(
  tx: WriteTx,
  found: Requisition,
  verdict: 'approve' | 'reject',
  reason: string,
) {
  const concerned = [...(await concernedPeople(tx, found)), found.allowAskedBy];
  const by = await refuseUnlessUnconcerned(tx, 'requisitions.allow', concerned);
  const { id, version, amountFen } = found;
  const decision = 'requisition.allowOverLimit';
  return signByRules(tx, { decision, id, version, amountFen, verdict, reason, by });
}
