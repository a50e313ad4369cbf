import { and, eq, ne } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { amountOf } from '#shared/domain/money.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { permissionsOf } from '#shared/domain/permissions.ts';
import type { RequisitionPurpose, RequisitionState } from '#shared/domain/states.ts';
import { Refusal, refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { addCaseEvent, markCase } from '../cases/cases.service.ts';
import { cases } from '../cases/cases.tables.ts';
import { editRecord, refuseIfStale } from '../edit-record.ts';
import { nextNumber, provisionalNumber, registerVoidedNumber } from '../numbering/numbering.service.ts';
import { parts } from '../parts/parts.tables.ts';
import { deputisedPeople } from '../people/people.queries.ts';
import { people } from '../people/people.tables.ts';
import { indexForSearch } from '../search/search.service.ts';
import { stockAccounts } from '../stock/stock.tables.ts';
import { decisionRefusal } from './requisitions.rules.ts';
import { requisitionLines, requisitions } from './requisitions.tables.ts';

interface LineInput {
  readonly partId: string;
  readonly quantity: Quantity;
  readonly fault: string;
  readonly judgementId: string | null;
  readonly oldPartRequired: boolean;
}
interface RequisitionInput {
  readonly purpose: RequisitionPurpose;
  readonly caseId: string | null;
  readonly unitId: string | null;
  readonly holderAccountId: string;
  readonly notes: string;
  readonly lines: readonly LineInput[];
}
interface Edited {
  readonly id: string;
  readonly version: number;
}
export type Requisition = typeof requisitions.$inferSelect;

/** Writes a draft under a provisional number. */
export async function draftRequisition(tx: WriteTx, input: RequisitionInput) {
  await refuseUnusableHolder(tx, input.holderAccountId);
  const id = newId<'requisition'>(tx.now);
  const number = await provisionalNumber(tx, 'requisition');
  const { purpose, holderAccountId, notes, caseId } = input;
  const unitId = input.unitId ?? (await unitOfCase(tx, caseId));
  await tx.db.insert(requisitions).values({
    id,
    number,
    state: 'draft',
    purpose,
    caseId,
    unitId,
    holderAccountId,
    notes,
    amountFen: 0,
    createdBy: tx.actor.personId,
    createdAt: tx.now,
    decisionReason: '',
    allowReason: '',
    restClosed: false,
    version: 1,
  });
  const amountFen = await writeLines(tx, id, input.lines);
  await tx.db.update(requisitions).set({ amountFen }).where(eq(requisitions.id, id));
  await recordAudit(tx, {
    act: 'requisitions.draft',
    subjectKind: 'requisition',
    subjectId: id,
    after: { number, ...input, amountFen },
  });
  await makeFindable(tx, id);
  return { id, version: 1, number };
}

/** Rewrites a draft. Refuses WRONG_STATE once it was submitted. */
export async function editRequisition(tx: WriteTx, input: RequisitionInput & Edited) {
  const found = await requisitionIn(tx, input.id, ['draft']);
  await refuseUnusableHolder(tx, input.holderAccountId);
  const amountFen = await writeLines(tx, input.id, input.lines);
  const { purpose, caseId, unitId, holderAccountId, notes } = input;
  return change(tx, found, input.version, 'edit', {
    purpose,
    caseId,
    unitId,
    holderAccountId,
    notes,
    amountFen,
  });
}

/** Hands a draft to those who approve. Refuses NO_LINES, and NO_APPROVER when nobody else could approve it. */
export async function submitRequisition(tx: WriteTx, input: Edited) {
  const found = await requisitionIn(tx, input.id, ['draft']);
  const lines = await tx.db.$count(requisitionLines, eq(requisitionLines.requisitionId, input.id));
  if (lines === 0) refuse('NO_LINES', {});
  await refuseWithoutApprover(tx, found);
  const saved = await change(tx, found, input.version, 'submit', {
    state: 'submitted',
    submittedBy: tx.actor.personId,
    submittedAt: tx.now,
  });
  if (found.caseId !== null) {
    await tellCase(tx, found, 'submitted');
    await markCase(tx, found.caseId, 'awaitingParts');
  }
  return saved;
}

/** Takes a submitted or rejected one back to the draft. */
export async function withdrawRequisition(tx: WriteTx, input: Edited) {
  const found = await requisitionIn(tx, input.id, ['submitted', 'rejected']);
  return change(tx, found, input.version, 'withdraw', {
    state: 'draft',
    submittedBy: null,
    submittedAt: null,
    decidedBy: null,
    decidedAt: null,
    decisionReason: '',
  });
}

/** Voids one of which nothing was issued; a final number goes into the register of voided numbers. */
export async function voidRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionIn(tx, input.id, ['draft', 'submitted', 'rejected', 'approved']);
  if (found.state === 'approved') {
    await registerVoidedNumber(tx, {
      number: found.number,
      documentKind: 'requisition',
      documentId: found.id,
      reason: input.reason,
    });
  }
  return change(tx, found, input.version, 'void', { state: 'void', decisionReason: input.reason });
}

/** Approves, and gives the final number. Refuses OWN_REQUISITION to everybody it belongs to, and to their deputies. */
export async function approveRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionToDecide(tx, input.id);
  await refuseIfStale(tx, requisitions, 'requisition', input.id, input.version);
  const number = await nextNumber(tx, 'requisition');
  const saved = await change(tx, found, input.version, 'approve', {
    state: 'approved',
    number,
    decidedBy: tx.actor.personId,
    decidedAt: tx.now,
    decisionReason: input.reason,
  });
  await tellCase(tx, { ...found, number }, 'approved');
  await makeFindable(tx, found.id);
  return { ...saved, number };
}

/** Refuses the request, with the reason. */
export async function rejectRequisition(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionToDecide(tx, input.id);
  const saved = await change(tx, found, input.version, 'reject', {
    state: 'rejected',
    decidedBy: tx.actor.personId,
    decidedAt: tx.now,
    decisionReason: input.reason,
  });
  await tellCase(tx, found, 'rejected');
  return saved;
}

/** Approves several, each for itself: what one of them meets does not hold up the others. */
export async function approveSeveral(tx: WriteTx, input: { readonly requisitions: readonly Edited[] }) {
  const results: { id: string; number: string; refusal: string | null }[] = [];
  for (const one of input.requisitions) {
    try {
      // Every refusal of an approval comes before its first write, so that one refused leaves nothing behind.
      const { number } = await approveRequisition(tx, { ...one, reason: '' });
      results.push({ id: one.id, number, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const [found] = await tx.db
        .select({ number: requisitions.number })
        .from(requisitions)
        .where(eq(requisitions.id, one.id));
      results.push({ id: one.id, number: found?.number ?? '', refusal: error.code });
    }
  }
  return { results };
}

/** Lets a holder over the limit draw on this requisition all the same. */
export async function allowOverLimit(tx: WriteTx, input: Edited & { readonly reason: string }) {
  const found = await requisitionIn(tx, input.id, ['submitted', 'approved', 'partlyIssued']);
  if (concernedBy(found, await personOfAccount(tx, found.holderAccountId)).includes(tx.actor.personId))
    refuse('OWN_REQUISITION', {});
  return change(tx, found, input.version, 'allowOverLimit', {
    allowedBy: tx.actor.personId,
    allowReason: input.reason,
  });
}

/** The requisition, when it is in one of these states. Refuses NOT_FOUND, WRONG_STATE. */
export async function requisitionIn(
  tx: WriteTx,
  id: string,
  states: readonly RequisitionState[],
): Promise<Requisition> {
  const [found] = await tx.db.select().from(requisitions).where(eq(requisitions.id, id));
  if (!found) return refuse('NOT_FOUND', { kind: 'requisition' });
  if (!states.includes(found.state)) refuse('WRONG_STATE', { number: found.number, state: found.state });
  return found;
}

/** Changes fields of a requisition, with its audit row. */
export async function change(
  tx: WriteTx,
  found: Requisition,
  version: number,
  act: string,
  fields: Partial<Requisition>,
) {
  const saved = await editRecord(tx, requisitions, {
    kind: 'requisition',
    act: `requisitions.${act}`,
    id: found.id,
    version,
    fields,
  });
  return { ...saved, number: fields.number ?? found.number };
}

/** Writes into the timeline of the case, if there is one, what happened to the requisition. */
export async function tellCase(tx: WriteTx, found: Requisition, text: string): Promise<void> {
  if (found.caseId === null) return;
  await addCaseEvent(tx, {
    caseId: found.caseId,
    kind: 'requisition',
    text,
    documentKind: 'requisition',
    documentId: found.id,
    documentNumber: found.number,
  });
}

/** The person whose account it is; null for stations and shipments. */
export async function personOfAccount(tx: WriteTx, accountId: string): Promise<string | null> {
  const [account] = await tx.db
    .select({ personId: stockAccounts.personId })
    .from(stockAccounts)
    .where(eq(stockAccounts.id, accountId));
  return account?.personId ?? null;
}

async function requisitionToDecide(tx: WriteTx, id: string): Promise<Requisition> {
  const found = await requisitionIn(tx, id, ['submitted']);
  const refusal = decisionRefusal({
    state: found.state,
    actorId: tx.actor.personId,
    ownRight: permissionsOf(tx.actor.roles).has('requisitions.approve'),
    deputyFor:
      tx.actor.personId === null ? [] : await deputisedPeople(tx, tx.actor.personId, 'requisitions.approve'),
    concerned: concernedBy(found, await personOfAccount(tx, found.holderAccountId)),
  });
  if (refusal === 'WRONG_STATE') refuse('WRONG_STATE', { number: found.number, state: found.state });
  if (refusal === 'NOT_SIGNED_IN') refuse('NOT_SIGNED_IN', {});
  if (refusal) refuse('OWN_REQUISITION', {});
  return found;
}

/** Everybody a requisition belongs to, and who therefore never decides on it. */
export function concernedBy(found: Requisition, holderPersonId: string | null): readonly (string | null)[] {
  return [found.createdBy, found.submittedBy, holderPersonId].filter((person) => person !== null);
}

async function refuseWithoutApprover(tx: WriteTx, found: Requisition): Promise<void> {
  const concerned = [
    ...concernedBy(found, await personOfAccount(tx, found.holderAccountId)),
    tx.actor.personId,
  ];
  const everybody = await tx.db
    .select({ id: people.id, roles: people.roles })
    .from(people)
    .where(eq(people.active, true));
  const approvers = everybody.filter(
    (person) => !concerned.includes(person.id) && permissionsOf(person.roles).has('requisitions.approve'),
  );
  if (approvers.length === 0) refuse('NO_APPROVER', {});
}

async function refuseUnusableHolder(tx: WriteTx, accountId: string): Promise<void> {
  const [account] = await tx.db.select().from(stockAccounts).where(eq(stockAccounts.id, accountId));
  if (!account) return refuse('NOT_FOUND', { kind: 'stockAccount' });
  const holds = account.kind === 'technician' || account.kind === 'station' || account.kind === 'shipment';
  if (!account.active || !holds) refuse('ACCOUNT_NOT_USABLE', { account: account.name });
}

async function writeLines(tx: WriteTx, requisitionId: string, lines: readonly LineInput[]): Promise<number> {
  await tx.db.delete(requisitionLines).where(eq(requisitionLines.requisitionId, requisitionId));
  const wanted = await tx.db
    .select({ id: parts.id, priceFen: parts.priceFen })
    .from(parts)
    .where(
      and(
        among(
          parts.id,
          lines.map((line) => line.partId),
        ),
        ne(parts.active, false),
      ),
    );
  const prices = new Map(wanted.map((part) => [part.id as string, part.priceFen]));
  let amountFen = 0;
  for (const [index, line] of lines.entries()) {
    const unitPriceFen = prices.get(line.partId) ?? refuse('NOT_FOUND', { kind: 'part' });
    await tx.db.insert(requisitionLines).values({
      ...line,
      id: newId<'requisitionLine'>(tx.now),
      requisitionId,
      position: index + 1,
      issuedQuantity: 0,
      clearedQuantity: 0,
      unitPriceFen,
    });
    amountFen += amountOf(unitPriceFen, line.quantity);
  }
  return amountFen;
}

async function unitOfCase(tx: WriteTx, caseId: string | null): Promise<string | null> {
  if (caseId === null) return null;
  const [found] = await tx.db.select({ unitId: cases.unitId }).from(cases).where(eq(cases.id, caseId));
  return found ? found.unitId : refuse('NOT_FOUND', { kind: 'case' });
}

async function makeFindable(tx: WriteTx, id: string): Promise<void> {
  const [row] = await tx.db
    .select({ number: requisitions.number, holder: stockAccounts.name, caseNumber: cases.number })
    .from(requisitions)
    .innerJoin(stockAccounts, eq(stockAccounts.id, requisitions.holderAccountId))
    .leftJoin(cases, eq(cases.id, requisitions.caseId))
    .where(eq(requisitions.id, id));
  if (!row) return;
  const subtitle = [row.holder, row.caseNumber ?? ''].filter((text) => text !== '').join(' · ');
  await indexForSearch(tx, {
    kind: 'requisition',
    subjectId: id,
    title: row.number,
    subtitle,
    texts: [row.number, row.holder, row.caseNumber ?? ''],
  });
}
