import { and, asc, eq, ne, or } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { cases } from '../../schema/cases.tables.ts';
import { tagQrText } from '../old-parts/old-parts.rules.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { parts } from '../../schema/parts.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { requisitionDetail } from '../requisitions/requisitions.queries.ts';
import { issueLines, issues, requisitionLines } from '../../schema/requisitions.tables.ts';
import { stockAccounts, warehouses } from '../../schema/stock.tables.ts';
import { unitSummaries } from '../units/units.queries.ts';
import { whoAndWhat } from './document-facts.queries.ts';
import type { FilledPaper } from './paper-data.queries.ts';
import { specificationsOf } from './parts-papers.queries.ts';

/**
 * What the storekeeper fetches for an approved requisition, bin by bin in the order of the walk. Refuses NOT_APPROVED
 * before the approval, and WRONG_STATE when nothing is left to hand out.
 */
export async function pickListData(tx: ReadTx, requisitionId: string): Promise<FilledPaper<'pick-list'>> {
  const detail = await requisitionDetail(tx, { id: requisitionId });
  const { number, state } = detail;
  if (state === 'draft' || state === 'submitted') refuse('NOT_APPROVED', { number });
  if (state !== 'approved' && state !== 'partlyIssued') refuse('WRONG_STATE', { number, state });
  const specifications = await specificationsOf(
    tx,
    detail.lines.map((line) => line.partId),
  );
  const wanted = detail.lines.flatMap((line) => {
    const fact = {
      partNumber: line.partNumber,
      partName: line.partName,
      specification: specifications.get(line.partId) ?? '',
      unitName: line.unitOfMeasure,
    };
    return spread(line.quantity - line.issuedQuantity, line.bins).map((pick) => ({
      ...fact,
      ...pick,
      accountId: pick.accountId,
    }));
  });
  const lines = wanted.toSorted((one, other) => (one.binCode < other.binCode ? -1 : 1));
  const data = {
    number: detail.number,
    caseNumber: detail.caseNumber,
    warehouseName: await warehouseNames(
      tx,
      lines.map((line) => line.accountId),
    ),
    holderName: detail.holder.name,
    customerName: detail.customerName,
    lines: lines.map(({ accountId: _, ...line }) => line),
  };
  return { kind: 'pick-list', data, number: detail.number, contentHash: '' };
}

/** What was handed out, for the signature of whoever takes it. */
export async function issueSlipData(tx: ReadTx, issueId: string): Promise<FilledPaper<'issue-slip'>> {
  const [issue] = await tx.db.select().from(issues).where(eq(issues.id, issueId));
  if (!issue) return refuse('NOT_FOUND', { kind: 'issue' });
  const detail = await requisitionDetail(tx, { id: issue.requisitionId });
  const slip = detail.issues.find((one) => one.id === issueId);
  const issuedUntil = issuedWith(detail.issues, issueId);
  const names = await personNames(tx);
  const specifications = await specificationsOf(
    tx,
    (slip?.lines ?? []).map((line) => line.partId),
  );
  const data = {
    ...(await whoAndWhat(tx, detail, issue.at)),
    number: issue.number,
    requisitionNumber: detail.number,
    workOrderNumber: '',
    warehouseName: await warehouseNames(tx, await accountsOfIssue(tx, issueId)),
    holderName: detail.holder.name,
    issuedBy: names.get(issue.personId ?? '') ?? '',
    issuedAt: issue.at,
    shipment: '',
    notes: detail.notes,
    lines: (slip?.lines ?? []).map((line) => {
      const asked = detail.lines.find((one) => one.id === line.requisitionLineId);
      return {
        binCode: line.accountCode,
        partNumber: line.partNumber,
        partName: line.partName,
        specification: specifications.get(line.partId) ?? '',
        quantityRequested: asked?.quantity ?? line.quantity,
        quantityIssued: line.quantity,
        quantityShort: asked ? asked.quantity - (issuedUntil.get(asked.id) ?? 0) : 0,
        unitName: asked?.unitOfMeasure ?? '',
        ...(asked && asked.partId !== line.partId ? { substituteFor: asked.partNumber } : {}),
        oldPartTagNumbers: line.oldParts.map((tag) => tag.number),
      };
    }),
  };
  return { kind: 'issue-slip', data, number: issue.number, contentHash: '' };
}

/** By line of the requisition, what was handed out with this slip and those before it: later ones do not concern it. */
function issuedWith(
  slips: Awaited<ReturnType<typeof requisitionDetail>>['issues'],
  issueId: string,
): ReadonlyMap<string, Quantity> {
  const until = slips.slice(0, slips.findIndex((one) => one.id === issueId) + 1);
  const quantities = new Map<string, Quantity>();
  for (const { requisitionLineId, quantity } of until.flatMap((one) => one.lines))
    quantities.set(requisitionLineId, (quantities.get(requisitionLineId) ?? 0) + quantity);
  return quantities;
}

/** The tags of an issue slip, of a whole requisition, or a single one, each a label of its own. */
export async function tagData(tx: ReadTx, id: string): Promise<FilledPaper<'old-part-tag'>> {
  const ofIssue = await tx.db
    .select({ id: issueLines.id })
    .from(issueLines)
    .where(eq(issueLines.issueId, id));
  const rows = await tx.db
    .select({ tag: oldParts, part: parts, holderName: stockAccounts.name, caseNumber: cases.number })
    .from(oldParts)
    .innerJoin(parts, eq(parts.id, oldParts.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, oldParts.holderAccountId))
    .leftJoin(cases, eq(cases.id, oldParts.caseId))
    .where(
      and(
        ne(oldParts.state, 'waived'),
        or(
          eq(oldParts.id, id),
          eq(oldParts.requisitionId, id),
          among(
            oldParts.issueLineId,
            ofIssue.map((line) => line.id),
          ),
        ),
      ),
    )
    .orderBy(asc(oldParts.number));
  const first = rows[0] ?? refuse('NOT_FOUND', { kind: 'oldPart' });
  const units = await unitsAsTagged(
    tx,
    rows.map(({ tag }) => tag),
  );
  const tags = rows.map(({ tag, part, holderName, caseNumber }) => {
    const unit = units.get(tag.id);
    const mileageKm = unit?.last?.mileageKm ?? undefined;
    const operatingHours = unit?.last?.operatingHours ?? undefined;
    const reading =
      mileageKm === undefined ? (operatingHours === undefined ? '' : `${operatingHours}h`) : `${mileageKm}km`;
    return {
      number: tag.number,
      caseNumber: caseNumber ?? '',
      partNumber: part.number,
      partName: part.name,
      quantity: tag.quantity,
      unitName: part.unitOfMeasure,
      fault: tag.fault,
      holderName,
      dueDay: tag.dueDay,
      plate: unit?.plate ?? '',
      model: unit?.productCode ?? '',
      serialNumber: unit?.serialNumber ?? '',
      mileageKm,
      operatingHours,
      qrText: tagQrText({ number: tag.number, caseNumber: caseNumber ?? '', reading, fault: tag.fault }),
    };
  });
  return { kind: 'old-part-tag', data: { tags }, number: first.tag.number, contentHash: '' };
}

/** The unit of each tag, its counters as they were when the tag was written; the tags of one issue are asked for at once. */
async function unitsAsTagged(tx: ReadTx, tags: readonly (typeof oldParts.$inferSelect)[]) {
  const units = new Map<string, Awaited<ReturnType<typeof unitSummaries>>[number]>();
  for (const at of new Set(tags.map((tag) => tag.createdAt))) {
    const together = tags.filter((tag) => tag.createdAt === at);
    const ids = [...new Set(together.flatMap((tag) => tag.unitId ?? []))];
    const found = await unitSummaries(tx, ids, at);
    for (const tag of together) {
      const unit = found.find(({ id }) => id === tag.unitId);
      if (unit) units.set(tag.id, unit);
    }
  }
  return units;
}

interface Bin {
  readonly accountId: string;
  readonly code: string;
  readonly quantity: Quantity;
}

/** Takes the wanted quantity out of as few bins as will do; what no bin has stands in a line without a bin. */
function spread(wanted: Quantity, bins: readonly Bin[]) {
  const picks: { accountId: string; binCode: string; quantityOnHand: Quantity; quantity: Quantity }[] = [];
  let left = wanted;
  for (const bin of bins.toSorted((one, other) => other.quantity - one.quantity)) {
    const quantity = Math.min(left, bin.quantity);
    if (quantity <= 0) continue;
    picks.push({ accountId: bin.accountId, binCode: bin.code, quantityOnHand: bin.quantity, quantity });
    left -= quantity;
  }
  return left > 0 ? [...picks, { accountId: '', binCode: '', quantityOnHand: 0, quantity: left }] : picks;
}

async function accountsOfIssue(tx: ReadTx, issueId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ accountId: issueLines.accountId })
    .from(issueLines)
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .where(eq(issueLines.issueId, issueId));
  return rows.map((row) => row.accountId);
}

async function warehouseNames(tx: ReadTx, accountIds: readonly string[]): Promise<string> {
  const rows = await tx.db
    .selectDistinct({ name: warehouses.name })
    .from(stockAccounts)
    .innerJoin(warehouses, eq(warehouses.id, stockAccounts.warehouseId))
    .where(among(stockAccounts.id, accountIds));
  return rows.map((row) => row.name).join('、');
}
