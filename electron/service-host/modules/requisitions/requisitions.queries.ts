import { eq } from 'drizzle-orm';
import { amountOf } from '#shared/domain/money.ts';
import type { RequisitionState } from '#shared/nouns/requisition.card.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { pick } from '#shared/domain/record-fields.ts';
import type { ReadTx } from '../../database/database.ts';
import { among, readPage, type PageInput } from '../../database/read-page.ts';
import { casesNamed } from '../cases/cases.named.queries.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { decidingFacts } from '../people/deciding.queries.ts';
import { personNames } from '../people/people.queries.ts';
import { foundBy } from '../../desks/search/search.queries.ts';
import { accountsNamed } from '../stock/accounts.named.queries.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { unitSummaries } from '../units/units.queries.ts';
import { judgementsNamed } from '../warranty/warranty.named.queries.ts';
import { draftOwner, mayWriteDraft } from '../settings/own-drafts.queries.ts';
import { asOwnDraft, mayVoid } from './own-drafts.service.ts';
import { concernedPeople } from './concerned.queries.ts';
import { holderState, listHolders } from './holders.queries.ts';
import { clearingRows, issueRows, lineRows } from './requisition-lines.queries.ts';
import { decisionRefusal, worstVerdict } from './requisitions.rules.ts';
import { requisitionLines, requisitions } from '../../schema/requisitions.tables.ts';

/** What the screen of a requisition shows of its row. */
const shownFields = [
  'id',
  'number',
  'state',
  'purpose',
  'caseId',
  'unitId',
  'notes',
  'createdBy',
  'createdAt',
  'submittedBy',
  'submittedAt',
  'decidedAt',
  'decisionReason',
  'allowReason',
  'allowAskReason',
  'restClosed',
  'voidedAt',
  'version',
] as const;

interface RequisitionFilter {
  readonly text?: string | undefined;
  readonly states?: readonly RequisitionState[] | undefined;
  readonly holderAccountId?: string | undefined;
  readonly caseId?: string | undefined;
}

/** A page of the requisitions. */
export async function listRequisitions(
  tx: ReadTx,
  input: PageInput<'createdAt'> & { readonly filter: RequisitionFilter },
) {
  const { text, states, holderAccountId, caseId } = input.filter;
  const found = await foundBy(tx, 'requisition', requisitions.id, text);
  return readPage(tx, input, {
    from: requisitions,
    id: requisitions.id,
    sorts: { createdAt: requisitions.createdAt },
    found,
    where: [
      states && states.length > 0 ? among(requisitions.state, states) : undefined,
      holderAccountId === undefined ? undefined : eq(requisitions.holderAccountId, holderAccountId),
      caseId === undefined ? undefined : eq(requisitions.caseId, caseId),
    ],
    rows: (ids) => requisitionRows(tx, ids),
    idOf: (row) => row.id,
  });
}

/** Requisitions with these ids, as every list shows them. */
export async function requisitionRows(tx: ReadTx, ids: readonly string[]) {
  const rows = await tx.db.select().from(requisitions).where(among(requisitions.id, ids));
  const caseIds = rows.map((row) => row.caseId);
  const found = await casesNamed(tx, caseIds);
  const customer = await customersNamed(
    tx,
    caseIds.map((id) => found(id).customerId),
  );
  const holder = await accountsNamed(
    tx,
    rows.map((row) => row.holderAccountId),
  );
  const unit = await unitsNamed(
    tx,
    rows.map((row) => row.unitId),
  );
  const lines = await tx.db
    .select({
      requisitionId: requisitionLines.requisitionId,
      judgementId: requisitionLines.judgementId,
      unitPriceFen: requisitionLines.unitPriceFen,
    })
    .from(requisitionLines)
    .where(among(requisitionLines.requisitionId, ids));
  const judgement = await judgementsNamed(
    tx,
    lines.map((line) => line.judgementId),
  );
  const linesOf = Map.groupBy(lines, (line): string => line.requisitionId);
  const names = await personNames(tx);
  const overLimit = new Set(
    (await listHolders(tx)).filter((holder) => holder.overLimit).map((holder): string => holder.accountId),
  );
  return rows.map((requisition) => {
    const { id, number, state, purpose, amountFen, createdAt, version } = requisition;
    const { number: caseNumber, customerId } = found(requisition.caseId);
    const own = linesOf.get(id) ?? [];
    return {
      id,
      number,
      state,
      purpose,
      amountFen,
      unpricedCount: own.filter((line) => line.unitPriceFen === 0).length,
      createdAt,
      version,
      holderName: holder(requisition.holderAccountId).name,
      customerName: customer(customerId).name,
      unitPlate: unit(requisition.unitId).plate,
      caseNumber,
      lineCount: own.length,
      createdByName: names.get(requisition.createdBy ?? '') ?? '',
      submittedByName: names.get(requisition.submittedBy ?? '') ?? '',
      verdict: worstVerdict(own.map((line) => judgement(line.judgementId).verdict)),
      // As it is issued: a leader may have let this one through.
      overLimit: requisition.allowedBy === null && overLimit.has(requisition.holderAccountId),
      sentBack: state === 'draft' && requisition.decidedAt !== null,
    };
  });
}

/** Everything about one requisition: what the approver, the storekeeper and the clerk want to see. */
export async function requisitionDetail(tx: ReadTx, input: { readonly id: string }) {
  const [requisition] = await tx.db.select().from(requisitions).where(eq(requisitions.id, input.id));
  if (!requisition) return refuse('NOT_FOUND', { kind: 'requisition' });
  const found = (await casesNamed(tx, [requisition.caseId]))(requisition.caseId);
  const customer = (await customersNamed(tx, [found.customerId]))(found.customerId);
  const names = await personNames(tx);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  const [unit] = requisition.unitId === null ? [] : await unitSummaries(tx, [requisition.unitId]);
  const lines = await lineRows(tx, requisition);
  const concerned = await concernedPeople(tx, requisition);
  const facts = await decidingFacts(tx, 'requisitions.approve', concerned);
  const refusal = decisionRefusal({ ...facts, state: requisition.state });
  return {
    ...pick(requisition, shownFields),
    caseNumber: found.number,
    symptom: found.symptom,
    customerName: found.customerId === null ? (unit?.customerName ?? '') : customer.name,
    // A machine without a plate goes by its serial number.
    unitName: unit ? [unit.plate || unit.serialNumber, unit.productCode].filter(Boolean).join(' ') : '',
    mileageKm: unit?.last?.mileageKm ?? null,
    holder: await holderState(tx, requisition.holderAccountId),
    amountFen: lines.reduce((sum, line) => sum + amountOf(line.unitPriceFen, line.quantity), 0),
    createdByName: nameOf(requisition.createdBy),
    submittedByName: nameOf(requisition.submittedBy),
    decidedByName: nameOf(requisition.decidedBy),
    allowedByName: nameOf(requisition.allowedBy),
    voidedByName: nameOf(requisition.voidedBy),
    voidReason: requisition.voidReason ?? '',
    mayDecide: refusal === undefined,
    mayNotBecause: refusal ?? null,
    ownerName: (await draftOwner(tx, requisition)).name,
    mayWrite: await mayWriteDraft(tx, await asOwnDraft(tx, requisition)),
    mayVoid: await mayVoid(tx, requisition),
    isOwn: tx.actor.personId !== null && concerned.includes(tx.actor.personId),
    lines,
    issues: await issueRows(tx, requisition.id, names),
    clearings: await clearingRows(tx, requisition.id, names),
  };
}
