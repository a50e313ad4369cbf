import { movementsList } from '#shared/lists/movements.list.ts';
import { receiptsList } from '#shared/lists/receipts.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { exportMonth } from './month.export.queries.ts';
import { listMovements } from './movements.queries.ts';
import { receipt } from './receipts.paper.ts';
import { listReceipts } from './receipts.queries.ts';

/** The receipt, as the desks know it, with the lists of the whole ledger. */
export const receiptNoun = {
  papers: { receipt },
  sheets: {
    'stock.exportReceipts': toldSheet(receiptsList, listReceipts),
    'stock.exportMovements': toldSheet(movementsList, listMovements),
    'stock.exportMonth': exportMonth,
  },
  naming: 'namesNobody',
} as const;
