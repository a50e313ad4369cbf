import type { Decisions } from '../desks/decisions/decision.ts';
import { oldPartWaive } from '../modules/old-parts/old-parts.decisions.ts';
import { reportApproval, supplementApproval } from '../modules/reports/reports.decisions.ts';
import { overLimitAllowance, requisitionApproval } from '../modules/requisitions/requisitions.decisions.ts';

/** Every decision of the house. A kind without its decision does not compile. */
export const decisions = {
  'requisition.approve': requisitionApproval,
  'requisition.allowOverLimit': overLimitAllowance,
  'report.approve': reportApproval,
  'supplement.approve': supplementApproval,
  'oldPart.waive': oldPartWaive,
} satisfies Decisions;
