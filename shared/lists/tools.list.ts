import type { ToolRow } from '../contract/tools.contract.ts';
import { list } from './list.ts';

/** Tools of the workshop. */
export const toolsList = list<ToolRow, 'number' | 'createdAt' | 'dueBackDay' | 'nextCheckDay'>('tool', {
  number: { sort: true, width: 124 },
  name: { grow: 1, width: 140 },
  category: { width: 80 },
  state: { width: 100, alsoShows: ['overdueDays'] },
  holderName: { width: 76 },
  dueBackDay: {},
  overdueDays: { hidden: true },
  nextCheckDay: {},
  lastCheckDay: { hidden: true },
  checkIntervalDays: { hidden: true },
  keeperName: { width: 76, hidden: true },
  purchaseDay: { hidden: true },
  valueFen: { hidden: true },
  chargeFen: { hidden: true },
  stateReason: { width: 160, hidden: true },
  notes: { width: 160, hidden: true },
  createdAt: { sort: true, hidden: true },
});
