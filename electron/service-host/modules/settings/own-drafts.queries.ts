import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { settingsOf } from './settings.queries.ts';

/** A draft, as far as it is asked whose it is. */
export interface OwnDraft {
  readonly number: string;
  readonly createdBy: string | null;
  /** Who took it over from its author. */
  readonly takenOverBy: string | null;
  /** For whom it is written: who did the work, who will hold the parts. They write in it as well. */
  readonly writtenFor: readonly (string | null)[];
}

/** Whose draft it is now: whoever took it over, else its author. */
export async function draftOwner(
  tx: ReadTx,
  { createdBy, takenOverBy }: Pick<OwnDraft, 'createdBy' | 'takenOverBy'>,
): Promise<{ readonly id: string | null; readonly name: string }> {
  const id = takenOverBy ?? createdBy;
  return { id, name: (await peopleNamed(tx, [id]))(id).name };
}

/** Whether the actor may write in the draft by the rule of the firm. What is done by the program is nobody's. */
export async function mayWriteDraft(tx: ReadTx, draft: OwnDraft): Promise<boolean> {
  const { personId } = tx.actor;
  const owner = draft.takenOverBy ?? draft.createdBy;
  if (personId === null || owner === null || owner === personId) return true;
  if (draft.writtenFor.includes(personId)) return true;
  return !(await settingsOf(tx, 'drafts')).draftsBelongToAuthor;
}

/** Refuses OTHERS_DRAFT to whoever writes in a draft of somebody else without having taken it over. */
export async function refuseOthersDraft(tx: ReadTx, draft: OwnDraft): Promise<void> {
  if (await mayWriteDraft(tx, draft)) return;
  const { name } = await draftOwner(tx, draft);
  refuse('OTHERS_DRAFT', { number: draft.number, owner: name });
}
