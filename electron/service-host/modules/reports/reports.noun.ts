import { reportsList } from '#shared/lists/reports.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { indexReport } from './report-search.service.ts';
import { serviceReport } from './reports.paper.ts';
import { listReports } from './reports.queries.ts';
import { reportsOfCase } from './reports.case-documents.queries.ts';
import { reportApproval, supplementApproval } from './reports.decisions.ts';
import { reportNotBack, reportDecision, supplementDecision } from './reports.duties.ts';

/** The service report, as the desks know it. */
export const reportNoun = {
  decisions: { 'report.approve': reportApproval, 'supplement.approve': supplementApproval },
  papers: { 'service-report': serviceReport },
  sheets: { 'reports.exportList': toldSheet(reportsList, listReports) },
  naming: {
    table: serviceReports,
    names: { case: serviceReports.caseId, unit: serviceReports.unitId },
    index: indexReport,
  },
  caseDocuments: reportsOfCase,
  duties: { reportNotBack, reportDecision, supplementDecision },
} as const;
