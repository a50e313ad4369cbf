import { toolsList } from '#shared/lists/tools.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { toolLose } from './tools.decisions.ts';
import { toolCheckDue, toolDueBack } from './tools.duties.ts';
import { loanSlip, toolLabel } from './tools.paper.ts';
import { listTools } from './tools.queries.ts';

/** The tool, as the desks know it. */
export const toolNoun = {
  decisions: { 'tool.lose': toolLose },
  duties: { toolDueBack, toolCheckDue },
  papers: { 'tool-label': toolLabel, 'loan-slip': loanSlip },
  sheets: { 'tools.exportList': toldSheet(toolsList, listTools) },
  naming: 'namesNobody',
} as const;
