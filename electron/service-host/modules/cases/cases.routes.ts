import { casesContract } from '#shared/contract/cases.contract.ts';
import { acting, exporting, looking, reading, routesOf } from '../../api/routes.ts';
import { caseDocuments, unfinishedOf } from '../../roll/case-documents.ts';
import { getCase } from '../../views/case-file.queries.ts';
import { listCases } from './cases.queries.ts';
import { editCaseWithDrafts } from '../reports/case-unit.service.ts';
import { moveCase, noteOnCase } from './cases.service.ts';

const at = routesOf(casesContract);

/** Cases, from first contact to confirmed closing. */
export const casesRoutes = {
  list: at.list.handler(reading(listCases)),
  get: at.get.handler(
    looking(
      'case',
      (tx, input) => getCase(tx, input, caseDocuments),
      ({ id }) => id,
    ),
  ),
  edit: at.edit.handler(acting(editCaseWithDrafts)),
  move: at.move.handler(acting((tx, input) => moveCase(tx, input, unfinishedOf))),
  note: at.note.handler(acting(noteOnCase)),
  exportList: at.exportList.handler(exporting('cases.exportList')),
};
