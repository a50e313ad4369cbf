import type { DutyRow } from '../contract/duties.contract.ts';
import { list } from './list.ts';

/** What somebody owes by a moment. */
export const dutiesList = list<DutyRow, 'dueAt'>('duty', {
  dueAt: { sort: true, width: 150 },
  state: { width: 100 },
  kind: { width: 130, widthInEnglish: 170 },
  number: { width: 130 },
  about: { grow: 1, width: 120 },
  ownerName: { width: 90 },
  openedAt: { hidden: true },
  settledAt: { hidden: true },
  reason: { width: 160, hidden: true },
});
