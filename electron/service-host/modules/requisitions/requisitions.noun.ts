import { requisitionLinesList } from '#shared/lists/requisition-lines.list.ts';
import { requisitionsList } from '#shared/lists/requisitions.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { issueSlip } from './issue-slip.paper.ts';
import { listRequisitionLines } from './listed-lines.queries.ts';
import { pickList } from './pick-list.paper.ts';
import { indexRequisition } from './records.service.ts';
import { requisition } from './requisitions.paper.ts';
import { listRequisitions } from './requisitions.queries.ts';
import { issuesOfCase, requisitionsOfCase } from './requisitions.case-documents.queries.ts';
import { overLimitAllowance, requisitionApproval } from './requisitions.decisions.ts';
import { partsUncleared, requisitionDecision } from './requisitions.duties.ts';

/** The requisition, as the desks know it. */
export const requisitionNoun = {
  decisions: {
    'requisition.approve': requisitionApproval,
    'requisition.allowOverLimit': overLimitAllowance,
  },
  papers: { requisition, 'pick-list': pickList, 'issue-slip': issueSlip },
  sheets: {
    'requisitions.exportList': toldSheet(requisitionsList, listRequisitions),
    'requisitions.exportLines': toldSheet(
      requisitionLinesList,
      listRequisitionLines,
      'requisitions.linesName',
    ),
  },
  naming: {
    table: requisitions,
    names: {
      stockAccount: requisitions.holderAccountId,
      case: requisitions.caseId,
      unit: requisitions.unitId,
    },
    index: indexRequisition,
  },
  caseDocuments: requisitionsOfCase,
  duties: { partsUncleared, requisitionDecision },
} as const;

/** The issue, as the desks know it. */
export const issueNoun = { caseDocuments: issuesOfCase } as const;
