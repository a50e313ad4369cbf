import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import {
  loanSlipPaper,
  toolLabelPaper,
  type LoanSlipPaper,
  type ToolLabelPaper,
} from '../../printing/documents/tool-papers.ts';
import { toolDetail } from './tools.queries.ts';
import { labelQrText, loanNumber } from './tools.rules.ts';

/** The label that stands on a tool. */
export const toolLabel = paper('tool-label', { of: 'tool', facts: labelFacts, draw: toolLabelPaper });

/** What a borrower signs, for the loan that is open. Refuses WRONG_STATE for a tool that is not lent. */
export const loanSlip = paper('loan-slip', { of: 'tool', facts: slipFacts, draw: loanSlipPaper });

async function labelFacts(tx: ReadTx, id: string): Promise<PaperFacts<ToolLabelPaper>> {
  const { number, name, category, keeperName, nextCheckDay } = await toolDetail(tx, { id });
  const qrText = labelQrText({ number, name });
  return { data: { number, name, category, keeperName, nextCheckDay, qrText }, number, contentHash: '' };
}

async function slipFacts(tx: ReadTx, id: string): Promise<PaperFacts<LoanSlipPaper>> {
  const { number: toolNumber, state, loans, ...tool } = await toolDetail(tx, { id });
  const loan = loans.find(({ endedAt }) => endedAt === null);
  if (!loan) return refuse('WRONG_STATE', { number: toolNumber, state });
  const number = loanNumber(toolNumber, loan.ordinal);
  const { personName, lentByName, lentAt, dueBackDay, caseNumber, notes } = loan;
  const data = {
    ...{ number, toolNumber, toolName: tool.name, category: tool.category, valueFen: tool.valueFen },
    ...{ borrower: personName, lentBy: lentByName, lentAt, dueBackDay, caseNumber, notes },
  };
  return { data, number, contentHash: '' };
}
