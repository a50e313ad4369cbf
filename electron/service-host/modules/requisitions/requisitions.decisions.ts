import type { Decision } from '../../desks/decisions/decision.ts';
import {
  allowOverLimit,
  approveRequisition,
  refuseOverLimit,
  rejectRequisition,
  sendBackRequisition,
} from './deciding.service.ts';
import {
  concernedOfRequisition,
  requisitionVersions,
  tellRequisitions,
  waitingAllowances,
  waitingRequisitions,
} from './waiting-decisions.queries.ts';

/** A submitted requisition waits for its approval. */
export const requisitionApproval: Decision<'requisition.approve'> = {
  kind: 'requisition.approve',
  waiting: waitingRequisitions,
  tell: tellRequisitions,
  concerned: concernedOfRequisition,
  versions: requisitionVersions,
  approve: approveRequisition,
  reject: rejectRequisition,
  sendBack: sendBackRequisition,
};

/** Somebody asked to let a holder over the limit draw all the same. */
export const overLimitAllowance: Decision<'requisition.allowOverLimit'> = {
  kind: 'requisition.allowOverLimit',
  waiting: waitingAllowances,
  tell: tellRequisitions,
  concerned: concernedOfRequisition,
  versions: requisitionVersions,
  approve: allowOverLimit,
  reject: refuseOverLimit,
};
