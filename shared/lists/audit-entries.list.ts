import type { AuditRow } from '../contract/audit.contract.ts';
import { list } from './list.ts';

/** The audit trail on the screen and on paper; its file has further columns, from which the hashes can be made anew. */
export const auditEntriesList = list<AuditRow, 'sequence'>('auditEntry', {
  sequence: { kind: 'count', width: 76, sort: true },
  at: { width: 104 },
  personName: { width: 90 },
  act: { width: 110, grow: 1 },
  subjectKind: { width: 96 },
  subjectId: { width: 220, hidden: true },
});
