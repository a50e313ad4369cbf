import { requisitionsContract } from '#shared/contract/requisitions.contract.ts';
import { acting, exporting, reading, routesOf } from '../../api/routes.ts';
import { clearLines, closeRest } from './clearing.service.ts';
import { allowOverLimit, approveRequisition, askOverLimit, rejectRequisition } from './deciding.service.ts';
import { listHolders, listUncleared } from './holders.queries.ts';
import { issueParts } from './issuing.service.ts';
import { takeOverRequisition } from './own-drafts.service.ts';
import { listRequisitions, requisitionDetail } from './requisitions.queries.ts';
import {
  draftRequisition,
  editRequisition,
  submitRequisition,
  voidRequisition,
  withdrawRequisition,
} from './requisitions.service.ts';

const at = routesOf(requisitionsContract);

/** Requests for parts, from draft to cleared. */
export const requisitionsRoutes = {
  list: at.list.handler(reading(listRequisitions)),
  get: at.get.handler(reading(requisitionDetail)),
  draft: at.draft.handler(acting(draftRequisition)),
  edit: at.edit.handler(acting(editRequisition)),
  takeOver: at.takeOver.handler(acting(takeOverRequisition)),
  submit: at.submit.handler(acting(submitRequisition)),
  withdraw: at.withdraw.handler(acting(withdrawRequisition)),
  void: at.void.handler(acting(voidRequisition)),
  approve: at.approve.handler(acting(approveRequisition)),
  reject: at.reject.handler(acting(rejectRequisition)),
  askOverLimit: at.askOverLimit.handler(acting(askOverLimit)),
  allowOverLimit: at.allowOverLimit.handler(acting(allowOverLimit)),
  issue: at.issue.handler(acting(issueParts)),
  clear: at.clear.handler(acting(clearLines)),
  closeRest: at.closeRest.handler(acting(closeRest)),
  holders: at.holders.handler(reading(listHolders)),
  uncleared: at.uncleared.handler(reading(listUncleared)),
  exportList: at.exportList.handler(exporting('requisitions.exportList')),
  exportLines: at.exportLines.handler(exporting('requisitions.exportLines')),
};
