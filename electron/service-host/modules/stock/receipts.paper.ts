import { asc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { translate, translateAny } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { receiptPaper, type ReceiptPaper } from '../../printing/documents/receipt.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { receiptLines, receipts, stockAccounts, warehouses } from '../../schema/stock.tables.ts';
import { personNames } from '../people/people.queries.ts';

/** A posted receipt, printed in duplicate; one that was reversed says so. Refuses WRONG_STATE before it is posted. */
export const receipt = paper('receipt', {
  of: 'receipt',
  facts: receiptFacts,
  draw: receiptPaper,
  copies: ['copyReceiptWarehouse', 'copyReceiptDeliverer'],
  numberOf: async (tx, id) => {
    const [found] = await tx.db.select({ number: receipts.number }).from(receipts).where(eq(receipts.id, id));
    return found?.number;
  },
});

async function receiptFacts(tx: ReadTx, id: string, language: Language): Promise<PaperFacts<ReceiptPaper>> {
  const [receipt] = await tx.db.select().from(receipts).where(eq(receipts.id, id));
  if (!receipt) return refuse('NOT_FOUND', { kind: 'receipt' });
  const { number, state } = receipt;
  if (state !== 'posted' && state !== 'reversed') refuse('WRONG_STATE', { number, state });
  const mark = state === 'reversed' ? translate(language, 'states.receiptState_reversed') : '';
  const names = await personNames(tx);
  const rows = await tx.db
    .select({ line: receiptLines, binCode: stockAccounts.code, warehouseName: warehouses.name })
    .from(receiptLines)
    .innerJoin(stockAccounts, eq(stockAccounts.id, receiptLines.accountId))
    .leftJoin(warehouses, eq(warehouses.id, stockAccounts.warehouseId))
    .where(eq(receiptLines.receiptId, id))
    .orderBy(asc(receiptLines.position));
  const partOf = await partsNamed(
    tx,
    rows.map(({ line }) => line.partId),
  );
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
    lines: rows.map(({ line, binCode }) => ({
      binCode,
      partNumber: partOf(line.partId).number,
      partName: partOf(line.partId).name,
      specification: partOf(line.partId).specification,
      quantity: line.quantity,
      unitName: partOf(line.partId).unitOfMeasure,
      unitPriceFen: line.unitPriceFen,
      amountFen: line.amountFen,
    })),
  };
  return {
    data,
    number: receipt.number,
    stateName: translate(language, `states.receiptState_${state}`),
    contentHash: '',
  };
}
