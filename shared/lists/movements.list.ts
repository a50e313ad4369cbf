import type { MovementRow } from '../contract/stock.contract.ts';
import { list } from './list.ts';

/** The entries of the spare-parts ledger. */
export const movementsList = list<MovementRow, 'sequence'>('movement', {
  sequence: { kind: 'count', width: 74, sort: true },
  day: { width: 100 },
  documentNumber: { width: 180 },
  partNumber: { width: 106 },
  partName: { width: 120, grow: 1 },
  fromName: { width: 90, grow: 1 },
  toName: { width: 90, grow: 1 },
  quantity: { width: 72 },
  valueFen: { width: 96 },
  fromQuantityAfter: { width: 90 },
  toQuantityAfter: { width: 90 },
  personName: { width: 74 },
  at: { hidden: true },
  documentKind: { width: 90, hidden: true, words: 'documentKind' },
  reversesSequence: { kind: 'count', width: 80, hidden: true },
});
