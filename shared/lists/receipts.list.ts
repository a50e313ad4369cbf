import type { ReceiptRow } from '../contract/stock.contract.ts';
import { list } from './list.ts';

/** Goods received into the warehouse. */
export const receiptsList = list<ReceiptRow, 'createdAt'>('receipt', {
  number: { width: 122 },
  supplier: { width: 64, grow: 1 },
  amountFen: { width: 106 },
  state: { width: 84 },
  day: { hidden: true },
  purpose: { width: 90, hidden: true, words: 'receiptPurpose' },
  lineCount: { width: 60, hidden: true },
  createdAt: { sort: true, hidden: true },
  createdByName: { width: 80, hidden: true },
});
