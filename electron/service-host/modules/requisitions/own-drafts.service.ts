import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { hasOwnRight } from '../people/roles.queries.ts';
import { mayWriteDraft, refuseOthersDraft, type OwnDraft } from '../settings/own-drafts.queries.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { concernedPeople } from './concerned.queries.ts';
import { requisitionDocument, type Edited, type Requisition } from './records.service.ts';

/** Makes a draft of somebody else the actor's own; who had it before stands in the audit trail. */
export async function takeOverRequisition(tx: WriteTx, input: Edited) {
  const found = await requisitionDocument.toAct(tx, 'takeOver', input);
  return requisitionDocument.change(tx, found, 'takeOver', { takenOverBy: tx.actor.personId });
}

/** The draft as it is asked whose it is: it is written for whoever will hold the parts. */
export async function asOwnDraft(tx: ReadTx, found: Requisition): Promise<OwnDraft> {
  const holder = (await accountsNamed(tx, [found.holderAccountId]))(found.holderAccountId);
  return { ...found, writtenFor: [holder.personId] };
}

/** Refuses OTHERS_DRAFT. */
export async function refuseForeignDraft(tx: ReadTx, found: Requisition): Promise<void> {
  await refuseOthersDraft(tx, await asOwnDraft(tx, found));
}

/** Whether the actor may void it: a leader may void any, everybody else a draft they may write in, and what is their own. */
export async function mayVoid(tx: ReadTx, found: Requisition): Promise<boolean> {
  const { personId } = tx.actor;
  if (personId === null || (await hasOwnRight(tx, 'requisitions.approve'))) return true;
  if (found.state === 'draft') return mayWriteDraft(tx, await asOwnDraft(tx, found));
  return (await concernedPeople(tx, found)).includes(personId);
}

/** Refuses OTHERS_DRAFT for a draft of somebody else, and NOT_PERMITTED for anything else of theirs. */
export async function refuseVoidOfOthers(tx: ReadTx, found: Requisition): Promise<void> {
  if (await mayVoid(tx, found)) return;
  if (found.state === 'draft') await refuseForeignDraft(tx, found);
  refuse('NOT_PERMITTED', { permission: 'requisitions.approve' });
}
