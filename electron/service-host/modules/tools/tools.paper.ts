import { eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import { present } from '#shared/domain/assert.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import {
  loanSlipPaper,
  toolLabelPaper,
  type LoanSlipPaper,
  type ToolLabelPaper,
} from '../../printing/documents/tool-papers.ts';
import { toolLoans } from '../../schema/tools.tables.ts';
import { toolDetail } from './tools.queries.ts';
import { labelQrText, loanNumber } from './tools.rules.ts';

/** The label that stands on a tool. */
export const toolLabel = paper('tool-label', { of: 'tool', facts: labelFacts, draw: toolLabelPaper });

/** What a borrower signs for one loan. */
export const loanSlip = paper('loan-slip', { of: 'tool', facts: slipFacts, draw: loanSlipPaper });

async function labelFacts(tx: ReadTx, id: string): Promise<PaperFacts<ToolLabelPaper>> {
  const { number, name, category, keeperName, nextCheckDay } = await toolDetail(tx, { id });
  const qrText = labelQrText({ number, name });
  return { data: { number, name, category, keeperName, nextCheckDay, qrText }, number, contentHash: '' };
}

async function slipFacts(tx: ReadTx, loanId: string): Promise<PaperFacts<LoanSlipPaper>> {
  const [found] = await tx.db
    .select({ toolId: toolLoans.toolId })
    .from(toolLoans)
    .where(eq(toolLoans.id, loanId));
  if (!found) return refuse('NOT_FOUND', { kind: 'tool' });
  const tool = await toolDetail(tx, { id: found.toolId });
  const loan = present(
    tool.loans.find(({ id }) => id === loanId),
    'the loan of the tool',
  );
  const number = loanNumber(tool.number, loan.ordinal);
  const { personName, lentByName, lentAt, dueBackDay, caseNumber, notes } = loan;
  const { name, category, valueFen } = tool;
  const lent = { toolNumber: tool.number, toolName: name, category, valueFen, lentAt, dueBackDay };
  const data = { ...lent, number, borrower: personName, lentBy: lentByName, caseNumber, notes };
  return { data, number, contentHash: '' };
}
