import { refuse } from '#shared/contract/refusals.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId, type Id } from '#shared/domain/ids.ts';
import type { WriteTx } from '../../database/database.ts';
import { nextNumber } from '../../desks/numbering/numbering.service.ts';
import { draftReceipt, receiptDocument } from './receipts.service.ts';
import { linesOf } from './receipts.queries.ts';
import { reverseMovements } from './stock.ledger.service.ts';
import { reversals } from '../../schema/stock.tables.ts';

/**
 * Posts everything of a receipt back, today, under a counter-document that names it; with `writeAnew` a new draft takes its
 * lines over, to be checked again. Refuses WRONG_STATE, ALREADY_REVERSED, and NOT_REVERSIBLE when goods have gone on.
 */
export async function reverseReceipt(
  tx: WriteTx,
  input: {
    readonly id: string;
    readonly version: number;
    readonly reason: string;
    readonly writeAnew: boolean;
  },
): Promise<{ reversalNumber: string; newReceiptId: Id<'receipt'> | null }> {
  const { id, version, reason, writeAnew } = input;
  const receipt = await receiptDocument.find(tx, id);
  if (receipt.state === 'reversed') refuse('ALREADY_REVERSED', { number: receipt.number });
  await receiptDocument.refuseUnlessToAct(tx, receipt, 'reverseReceipt', version);
  const reversalId = newId<'reversal'>(tx.now);
  const number = await nextNumber(tx, 'reversal');
  const also = { before: {}, after: { reversalNumber: number, reason } };
  await receiptDocument.change(tx, receipt, 'reverseReceipt', { state: 'reversed' }, also);
  await tx.db.insert(reversals).values({
    id: reversalId,
    number,
    documentKind: 'receipt',
    documentId: id,
    documentNumber: receipt.number,
    reason,
    personId: tx.actor.personId,
    at: tx.now,
  });
  await reverseMovements(tx, { kind: 'reversal', id: reversalId, number, day: dayOf(tx.now) }, id);
  if (!writeAnew) return { reversalNumber: number, newReceiptId: null };
  const anew = await draftReceipt(tx, {
    ...receipt,
    day: dayOf(tx.now),
    specificationChecked: false,
    quantityChecked: false,
    qualityChecked: false,
    lines: (await linesOf(tx, id)).map(({ partId, accountId, quantity, unitPriceFen }) => ({
      partId,
      accountId,
      quantity,
      unitPriceFen,
    })),
  });
  return { reversalNumber: number, newReceiptId: anew.id };
}
