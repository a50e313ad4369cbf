import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import type { tools } from '../../schema/tools.tables.ts';
import { refuseUnlessUnconcerned } from '../people/deciding.queries.ts';
import { signByRules } from '../settings/signing.service.ts';
import { toolCheckDue, toolDueBack } from './tools.duties.ts';
import { endLoan, notAsked, notHeld, toolDocument, type WithReason } from './tools.service.ts';

type Tool = typeof tools.$inferSelect;

/** Asks a leader to let a tool be lost; it waits in the inbox until somebody decides, or until the tool turns up. */
export async function askLose(tx: WriteTx, input: WithReason & { readonly chargeFen: number | null }) {
  const found = await toolDocument.toAct(tx, 'askLose', input);
  if (found.loseAskedAt !== null) refuse('ALREADY_ASKED', { number: found.number });
  return toolDocument.change(tx, found, 'askLose', {
    loseAskedBy: tx.actor.personId,
    loseAskedAt: tx.now,
    loseAskReason: input.reason,
    loseAskChargeFen: input.chargeFen,
  });
}

/**
 * Says that a tool is lost, and with it its loan. Reason and charge are those of whoever asked, where none of its own is given.
 * Refuses WRONG_STATE, OWN_REQUISITION to its holder and to who asked, REASON_REQUIRED, ALREADY_SIGNED, NOT_YOUR_TURN,
 * INVALID_INPUT for another charge than was asked, ASK_FIRST where several must sign and nobody asked.
 */
export async function loseTool(tx: WriteTx, input: WithReason & { readonly chargeFen?: number | null }) {
  const found = await toolDocument.toAct(tx, 'lose', input);
  const stateReason = input.reason || (found.loseAskReason ?? '');
  if (stateReason === '') refuse('REASON_REQUIRED', {});
  const isAsked = found.loseAskedAt !== null;
  const chargeFen = input.chargeFen === undefined ? found.loseAskChargeFen : input.chargeFen;
  // The charge that was asked is the matter: with another one fewer signers could be needed, and each could sign another sum.
  if (isAsked && chargeFen !== found.loseAskChargeFen)
    refuse('INVALID_INPUT', { issues: [{ path: 'chargeFen', code: 'fixed' }] });
  const { isLast, also } = await signOn(tx, found, 'approve', input.reason, chargeFen);
  // A loss that several must sign is asked for first: nobody else would find it in the inbox.
  if (!isLast && !isAsked) refuse('ASK_FIRST', { number: found.number });
  // A signature before the last changes nothing of the tool itself.
  if (!isLast) return { id: found.id as string, version: found.version, number: found.number };
  if (found.state === 'lent') await endLoan(tx, found.id, 'lost', stateReason);
  const fields = {
    state: 'lost',
    ...notHeld,
    ...notAsked,
    nextCheckDay: null,
    stateReason,
    chargeFen,
  } as const;
  const saved = await toolDocument.change(tx, found, 'lose', fields, also);
  await followDuty(tx, toolDueBack, found.id, 'lapsed');
  await followDuty(tx, toolCheckDue, found.id, 'lapsed');
  return saved;
}

/** Does not let a tool be lost, with the reason: it stays where it was, lent or in store, until somebody asks again. */
export async function refuseLose(tx: WriteTx, input: WithReason) {
  const found = await toolDocument.toAct(tx, 'lose', input);
  if (found.loseAskedAt === null) refuse('WRONG_STATE', { number: found.number, state: found.state });
  const { also } = await signOn(tx, found, 'reject', input.reason, found.loseAskChargeFen);
  return toolDocument.change(tx, found, 'refuseLose', notAsked, {
    ...also,
    after: { ...also.after, reason: input.reason },
  });
}

async function signOn(
  tx: WriteTx,
  { id, version, holderId, loseAskedBy }: Tool,
  verdict: 'approve' | 'reject',
  reason: string,
  amountFen: number | null,
) {
  const by = await refuseUnlessUnconcerned(tx, 'tools.lose', [holderId, loseAskedBy]);
  return signByRules(tx, { decision: 'tool.lose', id, version, amountFen, verdict, reason, by });
}
