import type { Decision } from '../../desks/decisions/decision.ts';
import { approveReport } from './report-signing.service.ts';
import { decideSupplement } from './supplements.service.ts';
import {
  concernedOfReport,
  concernedOfSupplement,
  reportVersions,
  supplementVersions,
  tellReports,
  tellSupplements,
  waitingReports,
  waitingSupplements,
} from './waiting-decisions.queries.ts';

/** A signed report waits for its approval. Nothing in it changes any more: what is wrong is told by a supplement. */
export const reportApproval: Decision<'report.approve'> = {
  kind: 'report.approve',
  waiting: waitingReports,
  tell: tellReports,
  concerned: concernedOfReport,
  versions: reportVersions,
  approve: approveReport,
};

/** A supplement of a signed report waits for its approval. */
export const supplementApproval: Decision<'supplement.approve'> = {
  kind: 'supplement.approve',
  waiting: waitingSupplements,
  tell: tellSupplements,
  concerned: concernedOfSupplement,
  versions: supplementVersions,
  approve: (tx, seen) => decideSupplement(tx, { ...seen, approved: true }),
  reject: (tx, seen) => decideSupplement(tx, { ...seen, approved: false }),
};
