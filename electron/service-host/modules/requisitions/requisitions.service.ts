import { eq } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { permissionsOf } from '#shared/domain/permissions.ts';
import type { RequisitionPurpose } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { markCase } from '../cases/cases.service.ts';
import { cases } from '../cases/cases.tables.ts';
import { provisionalNumber, registerVoidedNumber } from '../numbering/numbering.service.ts';
import { people } from '../people/people.tables.ts';
import { stockAccounts } from '../stock/stock.tables.ts';
import { units } from '../units/units.tables.ts';
import { concernedPeople } from './concerned.queries.ts';
import { linesToTell, pricedLines, writeLines, type LineInput } from './lines.service.ts';
import {
  change,
  makeFindable,
  requisitionIn,
  tellCase,
  type Edited,
  type Requisition,
} from './records.service.ts';
import { requisitionLines, requisitions } from './requisitions.tables.ts';

export { approveRequisition, rejectRequisition } from './deciding.service.ts';

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
  const { fields, lines } = await checked(tx, input);
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
  await makeFindable(tx, id);
  return { id, version: 1, number };
}

/** Rewrites a draft. Refuses WRONG_STATE once it was submitted, and what draftRequisition refuses. */
export async function editRequisition(tx: WriteTx, input: RequisitionInput & Edited) {
  const found = await requisitionIn(tx, input, ['draft']);
  const { fields, lines } = await checked(tx, input);
  const also = { before: { lines: await linesToTell(tx, found.id) }, after: { lines: input.lines } };
  const saved = await change(tx, found, 'edit', fields, also);
  await writeLines(tx, found.id, lines);
  await makeFindable(tx, found.id);
  return saved;
}

/** Hands a draft to those who approve. Refuses NO_LINES, and NO_APPROVER when nobody else could approve it. */
export async function submitRequisition(tx: WriteTx, input: Edited) {
  const found = await requisitionIn(tx, input, ['draft']);
  const lines = await tx.db.$count(requisitionLines, eq(requisitionLines.requisitionId, found.id));
  if (lines === 0) refuse('NO_LINES', {});
  await refuseWithoutApprover(tx, found);
  await refuseCasePutAway(tx, found.caseId);
  const fields = { state: 'submitted', submittedBy: tx.actor.personId, submittedAt: tx.now } as const;
  const saved = await change(tx, found, 'submit', fields);
  await tellCase(tx, found, 'submitted');
  if (found.caseId !== null) await markCase(tx, found.caseId, 'awaitingParts');
  return saved;
}

/**
 * Brings a submitted or rejected one back to the draft; a leader's allowance was for what it said before, and ends. Why it
 * was rejected or sent back stays, for its writer to see. Refuses REASON_REQUIRED to whoever sends back what is not theirs.
 */
export async function withdrawRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionIn(tx, input, ['submitted', 'rejected']);
  const draft = {
    state: 'draft',
    submittedBy: null,
    submittedAt: null,
    allowedBy: null,
    allowReason: '',
  } as const;
  if (found.state === 'rejected' || (await isOwn(tx, found))) {
    const saved = await change(tx, found, 'withdraw', draft);
    await tellCase(tx, found, 'draft');
    return saved;
  }
  const { reason } = input;
  if (reason === '') refuse('REASON_REQUIRED', {});
  const decision = { decidedBy: tx.actor.personId, decidedAt: tx.now, decisionReason: reason };
  const saved = await change(tx, found, 'sendBack', { ...draft, ...decision });
  await tellCase(tx, found, 'sentBack', reason);
  return saved;
}

/** Voids one of which nothing was issued; a final number goes into the register of voided numbers. */
export async function voidRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionIn(tx, input, ['draft', 'submitted', 'rejected', 'approved']);
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
  const saved = await change(tx, found, 'void', {
    state: 'void',
    voidedBy: tx.actor.personId,
    voidedAt: tx.now,
    voidReason: input.reason,
    ...undecided,
  });
  // The case was never told of a draft.
  if (found.state !== 'draft') await tellCase(tx, found, 'void');
  return saved;
}

async function isOwn(tx: ReadTx, found: Requisition): Promise<boolean> {
  const { personId } = tx.actor;
  return personId !== null && (await concernedPeople(tx, found)).includes(personId);
}

/** What a draft is written with, once everything it names was looked at. */
async function checked(tx: WriteTx, input: RequisitionInput) {
  await refuseUnusableHolder(tx, input.holderAccountId);
  const caseUnitId = await refuseCasePutAway(tx, input.caseId);
  const unitId = input.unitId ?? caseUnitId;
  await refuseUnknownUnit(tx, unitId);
  const { purpose, caseId, holderAccountId, notes } = input;
  const { lines, amountFen } = await pricedLines(tx, input.lines, unitId);
  return { fields: { purpose, caseId, unitId, holderAccountId, notes, amountFen }, lines };
}

async function refuseUnusableHolder(tx: ReadTx, accountId: string): Promise<void> {
  const [account] = await tx.db.select().from(stockAccounts).where(eq(stockAccounts.id, accountId));
  if (!account) return refuse('NOT_FOUND', { kind: 'stockAccount' });
  const holds = account.kind === 'technician' || account.kind === 'station' || account.kind === 'shipment';
  if (!account.active || !holds) refuse('ACCOUNT_NOT_USABLE', { account: account.name });
}

/** The unit of the case. Refuses NOT_FOUND, and WRONG_STATE when nothing can be asked for on it any more. */
async function refuseCasePutAway(tx: ReadTx, caseId: string | null): Promise<string | null> {
  if (caseId === null) return null;
  const [found] = await tx.db.select().from(cases).where(eq(cases.id, caseId));
  if (!found) return refuse('NOT_FOUND', { kind: 'case' });
  if (found.state === 'closed' || found.state === 'void')
    refuse('WRONG_STATE', { number: found.number, state: found.state });
  return found.unitId;
}

async function refuseUnknownUnit(tx: ReadTx, unitId: string | null): Promise<void> {
  if (unitId === null) return;
  const [unit] = await tx.db.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  if (!unit) refuse('NOT_FOUND', { kind: 'unit' });
}

async function refuseWithoutApprover(tx: ReadTx, found: Requisition): Promise<void> {
  const concerned = new Set([...(await concernedPeople(tx, found)), tx.actor.personId]);
  const everybody = await tx.db
    .select({ id: people.id, roles: people.roles })
    .from(people)
    .where(eq(people.active, true));
  const approvers = everybody.filter(
    (person) => !concerned.has(person.id) && permissionsOf(person.roles).has('requisitions.approve'),
  );
  if (approvers.length === 0) refuse('NO_APPROVER', {});
}
