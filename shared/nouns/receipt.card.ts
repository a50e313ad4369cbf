import type { Card } from './card.ts';

export const receiptStates = ['draft', 'posted', 'reversed', 'void'] as const;
export type ReceiptState = (typeof receiptStates)[number];

const may = {
  'stock.view': 'everybody',
  'stock.accounts': ['warehouse', 'admin'],
  'stock.receive': ['warehouse'],
  'stock.reverse': ['warehouse', 'leader'],
} as const;

/** Goods received into the warehouse (备用件接收单); its permissions are those of the whole ledger. */
export const receiptCard = {
  code: 'n',
  prefix: 'RK',
  path: '/stock/receipts',
  attachable: true,
  states: receiptStates,
  papers: ['receipt'],
  may,
  acts: {
    editReceipt: { from: ['draft'], may: 'stock.receive' },
    postReceipt: { from: ['draft'], may: 'stock.receive' },
    voidReceipt: { from: ['draft'], may: 'stock.receive', reason: true },
    reverseReceipt: { from: ['posted'], may: 'stock.reverse', reason: true },
  },
} as const satisfies Card<ReceiptState, keyof typeof may>;
