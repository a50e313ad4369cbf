import type { ReportRow } from '../contract/reports.contract.ts';
import { list } from './list.ts';

/** Service reports: two lines of facts in two columns, the rest by choice. */
export const reportsList = list<ReportRow, 'createdAt'>('report', {
  number: {
    grow: 1,
    width: 150,
    sort: 'createdAt',
    alsoShows: ['caseNumber', 'unitPlate', 'customerName', 'technicians'],
  },
  state: { width: 104, alsoShows: ['finishedAt', 'printCount', 'signedAt', 'createdAt'] },
  caseNumber: { width: 130, hidden: true },
  unitPlate: { width: 110, hidden: true },
  customerName: { width: 150, hidden: true },
  technicians: { width: 120, hidden: true },
  finishedAt: { hidden: true },
  printCount: { width: 70, hidden: true },
  signedAt: { hidden: true },
  createdAt: { hidden: true },
});
