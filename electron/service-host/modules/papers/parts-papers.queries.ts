import { asc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { saidBy } from '#shared/messages/punctuation.ts';
import { translate, translateAny } from '#shared/messages/translate.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { among } from '../../database/read-page.ts';
import { parts } from '../../schema/parts.tables.ts';
import { requisitionDetail } from '../requisitions/requisitions.queries.ts';
import { receiptLines, receipts, stockAccounts, warehouses } from '../../schema/stock.tables.ts';
import { personNames } from '../people/people.queries.ts';
import { judgementsForLines } from '../warranty/warranty.queries.ts';
import { whoAndWhat } from './document-facts.queries.ts';
import type { FilledPaper } from './paper-data.queries.ts';

/** A requisition as it is signed. */
export async function requisitionPaperData(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<FilledPaper<'requisition'>> {
  const detail = await requisitionDetail(tx, { id });
  const facts = await whoAndWhat(tx, detail, detail.submittedAt ?? detail.createdAt);
  const judgements = await judgementsForLines(
    tx,
    detail.lines.flatMap((line) => line.judgementId ?? []),
  );
  const specifications = await specificationsOf(
    tx,
    detail.lines.map((line) => line.partId),
  );
  // Who sent it back, and why, is no part of a paper that waits for its decision.
  const waits = detail.state === 'draft' || detail.state === 'submitted';
  const data = {
    ...facts,
    number: detail.number,
    workOrderNumber: '',
    stateName: translate(language, `states.requisitionState_${detail.state}`),
    purposeName: translate(language, `states.requisitionPurpose_${detail.purpose}`),
    holderName: detail.holder.name,
    requestedBy: detail.submittedByName === '' ? detail.createdByName : detail.submittedByName,
    requestedAt: detail.submittedAt ?? detail.createdAt,
    approvedBy: waits ? '' : detail.decidedByName,
    approvedAt: waits ? undefined : (detail.decidedAt ?? undefined),
    decisionReason: waits ? '' : detail.decisionReason,
    voiding:
      detail.state === 'void'
        ? { by: detail.voidedByName, at: detail.voidedAt ?? undefined, reason: detail.voidReason }
        : undefined,
    notes: detail.notes,
    overrulings: [...judgements.values()]
      .filter((one) => one.overruledVerdict !== null)
      .map((one) => saidBy(language, `${one.number} ${one.overruledByName}`, one.overruleReason)),
    overLimitReason:
      detail.allowReason === '' ? '' : saidBy(language, detail.allowedByName, detail.allowReason),
    lines: detail.lines.map((line) => ({
      partNumber: line.partNumber,
      partName: line.partName,
      specification: specifications.get(line.partId) ?? '',
      quantity: line.quantity,
      unitName: line.unitOfMeasure,
      unitPriceFen: line.unitPriceFen,
      amountFen: line.amountFen,
      fault: line.fault,
      judgementName:
        line.verdict === null
          ? ''
          : [translate(language, `states.verdict_${line.verdict}`), line.clause].filter(Boolean).join(' '),
      oldPartRequired: line.oldPartRequired,
    })),
  };
  return {
    kind: 'requisition',
    data,
    number: detail.number,
    stateName: data.stateName,
    contentHash: '',
  };
}

/** A posted receipt, printed in duplicate; one that was reversed says so. Refuses WRONG_STATE before it is posted. */
export async function receiptPaperData(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<FilledPaper<'receipt'>> {
  const [receipt] = await tx.db.select().from(receipts).where(eq(receipts.id, id));
  if (!receipt) return refuse('NOT_FOUND', { kind: 'receipt' });
  const { number, state } = receipt;
  if (state !== 'posted' && state !== 'reversed') refuse('WRONG_STATE', { number, state });
  const mark = state === 'reversed' ? translate(language, 'states.receiptState_reversed') : '';
  const names = await personNames(tx);
  const rows = await tx.db
    .select({ line: receiptLines, part: parts, binCode: stockAccounts.code, warehouseName: warehouses.name })
    .from(receiptLines)
    .innerJoin(parts, eq(parts.id, receiptLines.partId))
    .innerJoin(stockAccounts, eq(stockAccounts.id, receiptLines.accountId))
    .leftJoin(warehouses, eq(warehouses.id, stockAccounts.warehouseId))
    .where(eq(receiptLines.receiptId, id))
    .orderBy(asc(receiptLines.position));
  const data = {
    number: receipt.number,
    supplierName: receipt.supplier,
    deliveryNote: receipt.deliveryNote,
    purposeName: translateAny(language, `states.receiptPurpose_${receipt.purpose}`) ?? receipt.purpose,
    warehouseName: [...new Set(rows.flatMap((row) => row.warehouseName ?? []))].join('、'),
    day: receipt.day,
    receivedBy: names.get(receipt.postedBy ?? receipt.createdBy ?? '') ?? '',
    specificationChecked: receipt.specificationChecked,
    quantityChecked: receipt.quantityChecked,
    qualityChecked: receipt.qualityChecked,
    notes: [mark, receipt.notes].filter(Boolean).join('\n'),
    lines: rows.map(({ line, part, binCode }) => ({
      binCode,
      partNumber: part.number,
      partName: part.name,
      specification: part.specification,
      quantity: line.quantity,
      unitName: part.unitOfMeasure,
      unitPriceFen: line.unitPriceFen,
      amountFen: line.amountFen,
    })),
  };
  return {
    kind: 'receipt',
    data,
    number: receipt.number,
    stateName: translate(language, `states.receiptState_${state}`),
    contentHash: '',
  };
}

/** Specifications by part, for papers whose query does not bring them. */
export async function specificationsOf(
  tx: ReadTx,
  partIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .select({ id: parts.id, specification: parts.specification })
    .from(parts)
    .where(among(parts.id, partIds));
  return new Map(rows.map((row) => [row.id, row.specification]));
}
