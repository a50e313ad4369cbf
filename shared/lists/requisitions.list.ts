import type { RequisitionRow } from '../contract/requisitions.rows.ts';
import { list } from './list.ts';

/** Requests for parts: two lines of facts in two columns, the rest by choice. */
export const requisitionsList = list<RequisitionRow, 'createdAt'>('requisition', {
  number: {
    grow: 1,
    width: 150,
    sort: 'createdAt',
    alsoShows: ['overLimit', 'holderName', 'unitPlate', 'customerName'],
  },
  amountFen: { width: 98, widthInEnglish: 150, alsoShows: ['state', 'sentBack', 'purpose', 'verdict'] },
  state: { width: 90, hidden: true },
  sentBack: { width: 70, hidden: true },
  purpose: { width: 70, hidden: true, words: 'requisitionPurpose' },
  verdict: { width: 90, hidden: true, words: 'verdict' },
  overLimit: { width: 80, hidden: true },
  holderName: { width: 90, hidden: true },
  caseNumber: { hidden: true },
  unitPlate: { width: 110, hidden: true },
  customerName: { width: 150, hidden: true },
  lineCount: { width: 60, hidden: true },
  createdByName: { width: 90, hidden: true },
  submittedByName: { width: 90, hidden: true },
  createdAt: { hidden: true },
});
