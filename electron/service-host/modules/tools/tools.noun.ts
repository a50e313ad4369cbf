import { toolsList } from '#shared/lists/tools.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { loanSlip, toolLabel } from './tools.paper.ts';
import { listTools } from './tools.queries.ts';

/** The tool, as the desks know it. */
export const toolNoun = {
  papers: { 'tool-label': toolLabel, 'loan-slip': loanSlip },
  sheets: { 'tools.exportList': toldSheet(toolsList, listTools) },
  naming: 'namesNobody',
} as const;
