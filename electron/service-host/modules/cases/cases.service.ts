import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import type { Category, FaultGroup, Urgency } from '#shared/domain/states.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { documentOf } from '../../desks/documents.ts';
import { nextNumber, registerVoidedNumber } from '../../desks/numbering/numbering.service.ts';
import type { UnfinishedOf } from '../relations/case-documents.queries.ts';
import type { Unfinished } from '../relations/case-documents.rules.ts';
import { personAtWork, personOfCustomer, unitOfCustomer } from '../relations/relations.queries.ts';
import { addCaseEvent } from './cases.events.service.ts';
import { policyOfUnit } from './cases.policy.queries.ts';
import { endsAfterMove, endOfMove, judgeMove, marksForward } from './cases.rules.ts';
import { indexCase } from './cases.search.service.ts';
import { cases } from '../../schema/cases.tables.ts';

export { addCaseEvent } from './cases.events.service.ts';

/** A case as a document; it is marked by what happens to its documents. */
export const caseDocument = documentOf('case', cases, { told: ['mark'] });

/** What a case is opened with. */
export interface NewCase {
  readonly customerId: string;
  readonly contactPersonId: string | null;
  readonly unitId: string | null;
  readonly category: Category;
  readonly faultGroup: FaultGroup | null;
  readonly urgency: Urgency;
  readonly symptom: string;
  /** Whose case it is; the actor's unless given. */
  readonly ownerId: string | null;
}

/** Opens a case under its final number and the warranty policy in force for its unit today. */
export async function openCase(tx: WriteTx, input: NewCase): Promise<{ id: Id<'case'>; number: string }> {
  if (input.ownerId !== null) await personAtWork(tx, input.ownerId);
  const id = newId<'case'>(tx.now);
  const number = await nextNumber(tx, 'case');
  const values = {
    ...input,
    ownerId: input.ownerId ?? tx.actor.personId,
    policyId: input.unitId === null ? null : await policyOfUnit(tx, input.unitId),
  };
  await tx.run(insertCase, { ...values, id, number, openedAt: tx.now });
  await addCaseEvent(tx, { caseId: id, kind: 'registered' });
  await indexCase(tx, id);
  await recordAudit(tx, {
    act: 'cases.open',
    subjectKind: 'case',
    subjectId: id,
    after: { number, ...values },
  });
  return { id, number };
}

/** Changes what is known of the problem. Refuses WRONG_STATE for a case that was closed or voided. */
export async function editCase(
  tx: WriteTx,
  input: Pick<
    NewCase,
    'contactPersonId' | 'unitId' | 'category' | 'faultGroup' | 'urgency' | 'symptom' | 'ownerId'
  > & { readonly id: string; readonly version: number },
) {
  const { id, contactPersonId, unitId, category, faultGroup, urgency, symptom, ownerId } = input;
  const current = await caseDocument.toAct(tx, 'edit', input);
  if (contactPersonId !== null) await personOfCustomer(tx, contactPersonId, current.customerId);
  if (unitId !== null && unitId !== current.unitId) await unitOfCustomer(tx, unitId, current.customerId);
  if (ownerId !== null && ownerId !== current.ownerId) await personAtWork(tx, ownerId);
  // A case keeps the policy it was opened under; one without a unit until now gets the policy of that day.
  const policyId =
    current.unitId === unitId
      ? current.policyId
      : unitId === null
        ? null
        : await policyOfUnit(tx, unitId, current.openedAt);
  const fields = { contactPersonId, unitId, category, faultGroup, urgency, symptom, ownerId, policyId };
  const { version } = await caseDocument.change(tx, current, 'edit', fields);
  await indexCase(tx, id);
  return { id, version };
}

/**
 * Moves a case on for a person. Refuses WRONG_STATE, REASON_REQUIRED, and CASE_UNFINISHED or OLD_PART_MISSING
 * with the number of the document that stands against closing or voiding it, as `unfinishedOf` tells it.
 */
export async function moveCase(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly state: CaseState;
    readonly reason: string;
  },
  unfinishedOf: UnfinishedOf,
) {
  const { id, state, reason } = input;
  const current = await caseDocument.toAct(tx, 'move', input);
  const end = endOfMove(state);
  const unfinished = end && (await unfinishedOf(tx, id, end));
  const verdict = judgeMove(current.state, state, reason, unfinished);
  if (verdict.kind === 'wrongState') refuse('WRONG_STATE', { number: current.number, state: current.state });
  if (verdict.kind === 'reasonRequired') refuse('REASON_REQUIRED', {});
  if (verdict.kind === 'unfinished') refuseUnfinished(verdict.unfinished);
  const fields = { state, ...endsAfterMove(state, current, tx.now) };
  const { version } = await caseDocument.change(tx, current, 'move', fields);
  if (state === 'void')
    await registerVoidedNumber(tx, { number: current.number, documentKind: 'case', documentId: id, reason });
  await addCaseEvent(tx, {
    caseId: id,
    kind: 'state',
    text: reason,
    documentKind: 'caseState',
    documentNumber: state,
  });
  return { id, version };
}

/** Carries a case on because of another document; does nothing where that would lead back. Says whether it moved. */
export async function markCase(tx: WriteTx, caseId: string, state: CaseState): Promise<boolean> {
  const current = await caseToWork(tx, caseId);
  if (!marksForward(current.state, state)) return false;
  const fields = { state, ...endsAfterMove(state, current, tx.now) };
  await caseDocument.change(tx, current, 'mark', fields);
  await addCaseEvent(tx, { caseId, kind: 'state', documentKind: 'caseState', documentNumber: state });
  return true;
}

/** Writes a remark into the story of a case, in whatever state it is. */
export async function noteOnCase(tx: WriteTx, input: { readonly caseId: string; readonly text: string }) {
  await caseToWork(tx, input.caseId);
  const id = await addCaseEvent(tx, { ...input, kind: 'note' });
  await recordAudit(tx, {
    act: 'cases.note',
    subjectKind: 'case',
    subjectId: input.caseId,
    after: { text: input.text },
  });
  return { id };
}

/** The case as its row stands. Refuses NOT_FOUND. */
export async function caseToWork(tx: ReadTx, id: string) {
  const [row] = await tx.run(findCase, { id });
  return row ?? refuse('NOT_FOUND', { kind: 'case' });
}

function refuseUnfinished({ why, number }: Unfinished): never {
  return why === 'notBack' ? refuse('OLD_PART_MISSING', { number }) : refuse('CASE_UNFINISHED', { number });
}

const findCase = statement('cases.find', (db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.id, given('id'))),
);

const insertCase = statement('cases.insert', (db) =>
  db.insert(cases).values({
    id: given('id'),
    number: given('number'),
    state: 'registered',
    customerId: given('customerId'),
    contactPersonId: given('contactPersonId'),
    unitId: given('unitId'),
    category: given('category'),
    faultGroup: given('faultGroup'),
    urgency: given('urgency'),
    symptom: given('symptom'),
    ownerId: given('ownerId'),
    policyId: given('policyId'),
    openedAt: given('openedAt'),
    resolvedAt: null,
    closedAt: null,
    version: 1,
  }),
);
