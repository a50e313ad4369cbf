import type { OldPartRow } from '../contract/old-parts.contract.ts';
import { list } from './list.ts';

/** Replaced parts that must come back. */
export const oldPartsList = list<OldPartRow, 'createdAt' | 'dueDay'>('oldPart', {
  number: { width: 124 },
  state: { width: 106, alsoShows: ['overdueDays'] },
  partName: { grow: 1, width: 110 },
  partNumber: { width: 116 },
  holderName: { width: 76 },
  unitPlate: { width: 104 },
  dueDay: { sort: true },
  overdueDays: { hidden: true },
  quantity: { width: 60, hidden: true },
  fault: { width: 160, hidden: true },
  caseNumber: { hidden: true },
  requisitionNumber: { hidden: true },
  createdAt: { sort: true, hidden: true },
  receivedAt: { hidden: true },
  receivedByName: { width: 80, hidden: true },
  storeCode: { width: 100, hidden: true },
  waiveReason: { width: 160, hidden: true, words: 'waiveReason' },
});
