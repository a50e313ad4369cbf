import { and, asc, eq } from 'drizzle-orm';
import { addDays, dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { addCaseEvent } from '../cases/cases.service.ts';
import { documentOf, type Edited } from '../../desks/documents.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { refuseUnlessUnconcerned } from '../people/deciding.queries.ts';
import { accountOfKind } from '../relations/relations.queries.ts';
import { settingsOf } from '../settings/settings.queries.ts';
import { signByRules } from '../settings/signing.service.ts';
import { postMovements, wellKnownAccount } from '../stock/stock.ledger.service.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { oldPartDue } from './old-parts.duties.ts';
import {
  numberScanned,
  tagQuantities,
  tagsAfterWithdrawal,
  type WithdrawnBecause,
} from './old-parts.rules.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';

/** An old part as a document: taken in by its scanned tag, or withdrawn with the part that was to replace it. */
export const oldPartDocument = documentOf('oldPart', oldParts, {
  told: ['receive', 'withdraw', 'refuseWaive'],
});
type OldPart = typeof oldParts.$inferSelect;

/** What an issued line says of the old part that must come back for it. */
export interface TaggedLine {
  readonly requisitionId: string;
  readonly issueLineId: string;
  readonly caseId: string | null;
  readonly unitId: string | null;
  readonly partId: string;
  readonly holderAccountId: string;
  readonly quantity: Quantity;
  readonly fault: string;
}

/** Makes the tags of an issued line, each with its number. Returns the numbers. */
export async function tagOldParts(tx: WriteTx, line: TaggedLine): Promise<readonly string[]> {
  const { oldPartDueDays } = await settingsOf(tx, 'requisitions');
  const dueDay = addDays(dayOf(tx.now), oldPartDueDays);
  const numbers: string[] = [];
  for (const quantity of tagQuantities(line.quantity)) {
    const id = newId<'oldPart'>(tx.now);
    const number = await nextNumber(tx, 'oldPart');
    await tx.db.insert(oldParts).values({
      ...line,
      id,
      number,
      state: 'due',
      quantity,
      dueDay,
      createdAt: tx.now,
      waiveReason: '',
      version: 1,
    });
    await recordAudit(tx, {
      act: 'oldParts.tag',
      subjectKind: 'oldPart',
      subjectId: id,
      after: { number, partId: line.partId, quantity, dueDay },
    });
    await followDuty(tx, oldPartDue, id);
    numbers.push(number);
  }
  return numbers;
}

/** Takes a part in by what the scanner read. A part that is in already stays as it is, and says so. */
export async function receiveOldPart(
  tx: WriteTx,
  input: { readonly scanned: string; readonly storeAccountId: string | null },
): Promise<{ id: string; alreadyIn: boolean }> {
  const number = numberScanned(input.scanned);
  const [tag] = await tx.db.select().from(oldParts).where(eq(oldParts.number, number));
  if (!tag) return refuse('NOT_FOUND', { kind: 'oldPart' });
  if (tag.state === 'in') return { id: tag.id, alreadyIn: true };
  const storeAccountId = input.storeAccountId ?? (await wellKnownAccount(tx, 'oldParts'));
  await accountOfKind(tx, storeAccountId, ['oldParts']);
  const from = await wellKnownAccount(tx, 'customer');
  await postMovements(tx, { kind: 'oldPart', id: tag.id, number, day: dayOf(tx.now) }, [
    {
      partId: tag.partId,
      fromAccountId: from,
      toAccountId: storeAccountId,
      quantity: tag.quantity,
      valueFen: 0,
    },
  ]);
  await oldPartDocument.change(tx, tag, 'receive', {
    state: 'in',
    receivedAt: tx.now,
    receivedBy: tx.actor.personId,
    storeAccountId,
    ...(tag.waiveAskedAt === null ? {} : notAsked),
  });
  await followDuty(tx, oldPartDue, tag.id);
  if (tag.caseId !== null)
    await addCaseEvent(tx, {
      caseId: tag.caseId,
      kind: 'oldPart',
      documentKind: 'oldPart',
      documentId: tag.id,
      documentNumber: number,
    });
  return { id: tag.id, alreadyIn: false };
}

/**
 * Lets a part stay away. Without a reason of its own, that of whoever asked for it stands. Refuses WRONG_STATE for one that is
 * in, OWN_REQUISITION to its holder and to who asked, REASON_REQUIRED, ALREADY_SIGNED, NOT_YOUR_TURN, ASK_FIRST.
 */
export async function waiveOldPart(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const tag = await oldPartDocument.toAct(tx, 'waive', input);
  const reason = input.reason || (tag.waiveAskReason ?? '');
  if (reason === '') refuse('REASON_REQUIRED', {});
  const { isLast, also } = await signOn(tx, tag, 'approve', input.reason);
  // A waiver that several must sign is asked for first: nobody else would find it in the inbox.
  if (!isLast && tag.waiveAskedAt === null) refuse('ASK_FIRST', { number: tag.number });
  // A signature before the last changes nothing of the tag itself.
  if (!isLast) return { id: tag.id as string, version: tag.version, number: tag.number };
  const saved = await oldPartDocument.change(tx, tag, 'waive', { ...waived(tx, reason), ...notAsked }, also);
  await followDuty(tx, oldPartDue, tag.id, 'lapsed');
  return saved;
}

/** Asks a leader to let a part stay away; it waits in the inbox until somebody decides, or until the part comes in. */
export async function askWaive(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const tag = await oldPartDocument.toAct(tx, 'askWaive', input);
  if (tag.waiveAskedAt !== null) refuse('ALREADY_ASKED', { number: tag.number });
  return oldPartDocument.change(tx, tag, 'askWaive', {
    waiveAskedBy: tx.actor.personId,
    waiveAskedAt: tx.now,
    waiveAskReason: input.reason,
  });
}

/** Does not let a part stay away, with the reason: it stays due, and nothing waits any more until somebody asks again. */
export async function refuseWaive(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const tag = await oldPartDocument.toAct(tx, 'waive', input);
  if (tag.waiveAskedAt === null) refuse('WRONG_STATE', { number: tag.number, state: tag.state });
  const { also } = await signOn(tx, tag, 'reject', input.reason);
  return oldPartDocument.change(tx, tag, 'refuseWaive', notAsked, {
    ...also,
    after: { ...also.after, reason: input.reason },
  });
}

const notAsked = { waiveAskedBy: null, waiveAskedAt: null, waiveAskReason: null } as const;

async function signOn(tx: WriteTx, tag: OldPart, verdict: 'approve' | 'reject', reason: string) {
  const holder = (await accountsNamed(tx, [tag.holderAccountId]))(tag.holderAccountId);
  const concerned = [holder.personId, tag.waiveAskedBy];
  const by = await refuseUnlessUnconcerned(tx, 'oldParts.waive', concerned);
  const { id, version } = tag;
  return signByRules(tx, { decision: 'oldPart.waive', id, version, amountFen: null, verdict, reason, by });
}

/** Takes back tags of a line whose new part was not installed after all: nothing was replaced, so nothing is due. */
export async function withdrawTags(
  tx: WriteTx,
  issueLineId: string,
  quantity: Quantity,
  because: WithdrawnBecause,
): Promise<void> {
  const due = await tx.db
    .select()
    .from(oldParts)
    .where(and(eq(oldParts.issueLineId, issueLineId), eq(oldParts.state, 'due')))
    .orderBy(asc(oldParts.number));
  for (const tag of tagsAfterWithdrawal(due, quantity)) {
    // A bulk tag of which a part came back unused stays due for the rest.
    const fields = tag.quantity === 0 ? { ...waived(tx, because), ...notAsked } : { quantity: tag.quantity };
    await oldPartDocument.change(tx, tag, 'withdraw', fields);
    await followDuty(tx, oldPartDue, tag.id, 'lapsed');
  }
}

function waived(tx: WriteTx, waiveReason: string) {
  return { state: 'waived', waivedAt: tx.now, waivedBy: tx.actor.personId, waiveReason } as const;
}
