import { eq } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { RequisitionPurpose } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import type { ChangedBeside } from '../../desks/documents.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { followDuty } from '../../desks/duties/duties.service.ts';
import { caseToWork, markCase } from '../cases/cases.service.ts';
import { endWaitingForParts } from '../cases/cases.waiting.service.ts';
import { peopleNamed } from '../people/people.named.queries.ts';
import { neededSigners, peopleWith } from '../settings/signing.queries.ts';
import { provisionalNumber, registerVoidedNumber } from '../../desks/numbering/numbering.service.ts';
import { accountOfKind, caseAtWork, unitNamed, unitOfCase } from '../relations/relations.queries.ts';
import { concernedPeople } from './concerned.queries.ts';
import {
  forgetOtherJudgements,
  linesToTell,
  pricedLines,
  writeLines,
  type LineInput,
} from './lines.service.ts';
import { refuseForeignDraft, refuseVoidOfOthers } from './own-drafts.service.ts';
import {
  indexRequisition,
  requisitionDocument,
  tellCase,
  type Edited,
  type Requisition,
} from './records.service.ts';
import { requisitionDecision } from './requisitions.duties.ts';
import { requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';

export { takeOverRequisition } from './own-drafts.service.ts';

interface RequisitionInput {
  readonly purpose: RequisitionPurpose;
  readonly caseId: string | null;
  readonly unitId: string | null;
  readonly holderAccountId: string;
  readonly notes: string;
  readonly lines: readonly LineInput[];
}

/** Writes a draft under a provisional number. Refuses ACCOUNT_NOT_USABLE, WRONG_STATE for a case that is put away, NOT_FOUND. */
export async function draftRequisition(tx: WriteTx, input: RequisitionInput) {
  const { fields, lines } = await checked(tx, input, new Set());
  const id = newId<'requisition'>(tx.now);
  const number = await provisionalNumber(tx, 'requisition');
  await tx.db.insert(requisitions).values({
    id,
    number,
    state: 'draft',
    ...fields,
    createdBy: tx.actor.personId,
    createdAt: tx.now,
    decisionReason: '',
    allowReason: '',
    restClosed: false,
    version: 1,
  });
  await writeLines(tx, id, lines);
  await recordAudit(tx, {
    act: 'requisitions.draft',
    subjectKind: 'requisition',
    subjectId: id,
    after: { number, ...fields, lines: input.lines },
  });
  await indexRequisition(tx, id);
  return { id, version: 1, number };
}

/** Rewrites a draft. Refuses WRONG_STATE once it was submitted, OTHERS_DRAFT, and what draftRequisition refuses. */
export async function editRequisition(tx: WriteTx, input: RequisitionInput & Edited) {
  const found = await requisitionDocument.toAct(tx, 'edit', input);
  await refuseForeignDraft(tx, found);
  const before = await linesToTell(tx, found.id);
  const waived = found.purpose === 'stock' ? [] : before.filter((line) => !line.oldPartRequired);
  const { fields, lines } = await checked(tx, input, new Set(waived.map((line) => line.partId)));
  const also = { before: { lines: before }, after: { lines: input.lines } };
  const written = { ...fields, editorIds: withEditor(tx, found) };
  const saved = await requisitionDocument.change(tx, found, 'edit', written, also);
  await writeLines(tx, found.id, lines);
  await indexRequisition(tx, found.id);
  return saved;
}

/** Hands a draft to those who approve. Refuses NO_LINES, CASE_REQUIRED for warranty parts of no case, and NO_APPROVER when nobody else could approve it. */
export async function submitRequisition(tx: WriteTx, input: Edited) {
  const found = await requisitionDocument.toAct(tx, 'submit', input);
  await refuseForeignDraft(tx, found);
  const lines = await tx.db.$count(requisitionLines, eq(requisitionLines.requisitionId, found.id));
  if (lines === 0) refuse('NO_LINES', {});
  if (found.purpose === 'warranty' && found.caseId === null) refuse('CASE_REQUIRED', {});
  await refuseWithoutApprover(tx, found);
  if (found.caseId !== null) await caseAtWork(tx, found.caseId);
  const fields = { state: 'submitted', submittedBy: tx.actor.personId, submittedAt: tx.now } as const;
  const saved = await requisitionDocument.change(tx, found, 'submit', fields);
  await followDuty(tx, requisitionDecision, found.id);
  await tellCase(tx, found, 'submitted');
  if (found.caseId !== null) await markCase(tx, found.caseId, 'awaitingParts');
  return saved;
}

/**
 * Brings a submitted or rejected one back to the draft; a leader's allowance was for what it said before, and ends. Why it
 * was rejected or sent back stays, for its writer to see. Refuses REASON_REQUIRED to whoever sends back what is not theirs.
 */
export async function withdrawRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionDocument.toAct(tx, 'withdraw', input);
  if (found.state === 'rejected' || (await isOwn(tx, found))) {
    const saved = await requisitionDocument.change(tx, found, 'withdraw', await asDraft(tx, found));
    await followDuty(tx, requisitionDecision, found.id, 'lapsed');
    await tellCase(tx, found, 'draft');
    await endWaitingForParts(tx, found.caseId);
    return saved;
  }
  if (input.reason === '') refuse('REASON_REQUIRED', {});
  return backToDraft(tx, found, input.reason);
}

/** Gives one that waits back to its author, with what is to be changed; also where the words of a signature say it. */
export async function backToDraft(tx: WriteTx, found: Requisition, reason: string, also?: ChangedBeside) {
  const decision = { decidedBy: tx.actor.personId, decidedAt: tx.now, decisionReason: reason };
  const fields = { ...(await asDraft(tx, found)), ...decision };
  const saved = await requisitionDocument.change(tx, found, 'sendBack', fields, also);
  await followDuty(tx, requisitionDecision, found.id);
  await tellCase(tx, found, 'sentBack', reason);
  await endWaitingForParts(tx, found.caseId);
  return saved;
}

/** What a draft is again: asked of nobody, allowed by nobody, about the unit of its case. */
async function asDraft(tx: WriteTx, found: Requisition) {
  return {
    state: 'draft',
    submittedBy: null,
    submittedAt: null,
    allowedBy: null,
    allowReason: '',
    allowAskedBy: null,
    allowAskedAt: null,
    allowAskReason: null,
    ...(await unitNow(tx, found)),
  } as const;
}

/**
 * Voids one of which nothing was issued; a final number goes into the register of voided numbers. What is somebody else's is
 * voided by a leader alone: NOT_PERMITTED, OTHERS_DRAFT.
 */
export async function voidRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionDocument.toAct(tx, 'void', input);
  await refuseVoidOfOthers(tx, found);
  if (found.state === 'approved') {
    await registerVoidedNumber(tx, {
      number: found.number,
      documentKind: 'requisition',
      documentId: found.id,
      reason: input.reason,
    });
  }
  // Only an approval still counts beside a voiding: another decision is not kept.
  const undecided =
    found.state === 'approved' ? {} : { decidedBy: null, decidedAt: null, decisionReason: '' };
  const saved = await requisitionDocument.change(tx, found, 'void', {
    state: 'void',
    voidedBy: tx.actor.personId,
    voidedAt: tx.now,
    voidReason: input.reason,
    ...undecided,
  });
  await followDuty(tx, requisitionDecision, found.id, 'lapsed');
  // The case was never told of a draft.
  if (found.state !== 'draft') await tellCase(tx, found, 'void');
  await endWaitingForParts(tx, found.caseId);
  return saved;
}

/** A draft is about the unit of its case, also one that was not a draft when the case was corrected. */
async function unitNow(
  tx: WriteTx,
  found: Requisition,
): Promise<{ readonly unitId?: Requisition['unitId'] }> {
  if (found.caseId === null) return {};
  const { unitId } = await caseToWork(tx, found.caseId);
  if (unitId === null || unitId === found.unitId) return {};
  await forgetOtherJudgements(tx, found.id, unitId);
  return { unitId };
}

async function isOwn(tx: ReadTx, found: Requisition): Promise<boolean> {
  const { personId } = tx.actor;
  return personId !== null && (await concernedPeople(tx, found)).includes(personId);
}

/** What a draft is written with, once everything it names was looked at. */
async function checked(tx: WriteTx, input: RequisitionInput, waivedPartIds: ReadonlySet<string>) {
  const { purpose, caseId, holderAccountId, notes } = input;
  await accountOfKind(tx, holderAccountId, ['technician', 'station', 'shipment']);
  const found = caseId === null ? undefined : await caseAtWork(tx, caseId);
  const unitId = input.unitId ?? found?.unitId ?? null;
  if (unitId !== null) await (found ? unitOfCase(tx, unitId, found) : unitNamed(tx, unitId));
  const { lines, amountFen } = await pricedLines(tx, input.lines, {
    unitId,
    caseId,
    purpose,
    waivedPartIds,
  });
  return { fields: { purpose, caseId, unitId, holderAccountId, notes, amountFen }, lines };
}

/** Refuses NO_APPROVER when fewer people are left to sign than the rules of the firm want. */
async function refuseWithoutApprover(tx: ReadTx, found: Requisition): Promise<void> {
  const concerned = [...(await concernedPeople(tx, found)), tx.actor.personId];
  const able = await peopleWith(tx, 'requisitions.approve');
  const approvers = [...able].filter((person) => !concerned.includes(person));
  const neededFor = await neededSigners(tx, 'requisition.approve');
  const { count } = neededFor({ amountFen: found.amountFen, concerned });
  if (approvers.length >= count) return;
  const own = [...able].filter((person) => concerned.includes(person));
  const nameOf = await peopleNamed(tx, own);
  refuse('NO_APPROVER', { concerned: own.map((person) => nameOf(person).name) });
}

/** Everybody who wrote in the draft, and now the actor. */
function withEditor(tx: WriteTx, { editorIds }: Requisition): readonly string[] {
  return [...new Set([...(editorIds ?? []), ...(tx.actor.personId === null ? [] : [tx.actor.personId])])];
}
