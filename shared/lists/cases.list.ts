import type { CaseRow } from '../contract/cases.contract.ts';
import { list } from './list.ts';

/** Cases: one problem of one customer each. */
export const casesList = list<CaseRow, 'openedAt'>('case', {
  number: { width: 128 },
  state: { width: 86, widthInEnglish: 116 },
  urgency: { width: 88, widthInEnglish: 136, words: 'urgency' },
  unitPlate: { width: 116 },
  customerName: { grow: 1, width: 176 },
  productCode: { width: 110, hidden: true },
  symptom: { grow: 1, width: 150 },
  faultGroup: { width: 100, widthInEnglish: 124, words: 'faultGroup' },
  category: { width: 74, hidden: true, words: 'category' },
  ownerName: { width: 80 },
  openedAt: { sort: true },
  closedAt: { hidden: true },
});
