import { reportsContract } from '#shared/contract/reports.contract.ts';
import { acting, exporting, looking, reading, routesOf } from '../../api/routes.ts';
import { listReplaceable } from './report-lines.queries.ts';
import { approveReport, fileReport, signReport } from './report-signing.service.ts';
import { listReports, reportDetail } from './reports.queries.ts';
import {
  draftReport,
  editReport,
  finishReport,
  reopenReport,
  takeOverReport,
  voidReport,
} from './reports.service.ts';
import { addSupplement, decideSupplement } from './supplements.service.ts';
import { verifyPaper } from './verify-paper.queries.ts';

const at = routesOf(reportsContract);

/** What was found and done. */
export const reportsRoutes = {
  list: at.list.handler(reading(listReports)),
  get: at.get.handler(looking('report', reportDetail, ({ id }) => id)),
  replaceable: at.replaceable.handler(reading(listReplaceable)),
  draft: at.draft.handler(acting(draftReport)),
  takeOver: at.takeOver.handler(acting(takeOverReport)),
  edit: at.edit.handler(acting(editReport)),
  finish: at.finish.handler(acting(finishReport)),
  reopen: at.reopen.handler(acting(reopenReport)),
  sign: at.sign.handler(acting(signReport)),
  approve: at.approve.handler(acting(approveReport)),
  file: at.file.handler(acting(fileReport)),
  void: at.void.handler(acting(voidReport)),
  addSupplement: at.addSupplement.handler(acting(addSupplement)),
  decideSupplement: at.decideSupplement.handler(acting(decideSupplement)),
  verifyPaper: at.verifyPaper.handler(reading(verifyPaper)),
  exportList: at.exportList.handler(exporting('reports.exportList')),
};
