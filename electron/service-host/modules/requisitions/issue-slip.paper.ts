import { eq } from 'drizzle-orm';
import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { issueSlipPaper, type IssueSlipPaper } from '../../printing/documents/issue-slip.ts';
import { issueLines, issues, requisitionLines } from '../../schema/requisitions.tables.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { personNames } from '../people/people.queries.ts';
import { whoAndWhat } from '../units/document-facts.queries.ts';
import { warehouseNames } from '../stock/accounts.named.queries.ts';
import { lookAtCaseOf } from './requisition-papers.queries.ts';
import { requisitionDetail } from './requisitions.queries.ts';

/** What was handed out, for the signature of whoever takes it; an issue is seen by who may see its requisition. */
export const issueSlip = paper('issue-slip', {
  of: 'requisition',
  facts: issueSlipFacts,
  draw: issueSlipPaper,
  look: async (tx, issueId) => {
    const [issue] = await tx.db
      .select({ requisitionId: issues.requisitionId })
      .from(issues)
      .where(eq(issues.id, issueId));
    return issue && lookAtCaseOf(tx, issue.requisitionId);
  },
  copies: ['copyIssueWarehouse', 'copyIssueHolder', 'copyIssueFinance'],
});

async function issueSlipFacts(tx: ReadTx, issueId: string): Promise<PaperFacts<IssueSlipPaper>> {
  const [issue] = await tx.db.select().from(issues).where(eq(issues.id, issueId));
  if (!issue) return refuse('NOT_FOUND', { kind: 'issue' });
  const detail = await requisitionDetail(tx, { id: issue.requisitionId });
  const slip = detail.issues.find((one) => one.id === issueId);
  const issuedUntil = issuedWith(detail.issues, issueId);
  const names = await personNames(tx);
  const part = await partsNamed(
    tx,
    (slip?.lines ?? []).map((line) => line.partId),
  );
  const data = {
    ...(await whoAndWhat(tx, detail, issue.at)),
    number: issue.number,
    requisitionNumber: detail.number,
    workOrderNumber: '',
    warehouseName: await warehouseNames(tx, await accountsOfIssue(tx, issueId)),
    holderName: detail.holder.name,
    issuedBy: names.get(issue.personId ?? '') ?? '',
    issuedAt: issue.at,
    shipment: '',
    notes: detail.notes,
    lines: (slip?.lines ?? []).map((line) => {
      const asked = detail.lines.find((one) => one.id === line.requisitionLineId);
      return {
        binCode: line.accountCode,
        partNumber: line.partNumber,
        partName: line.partName,
        specification: part(line.partId).specification,
        quantityRequested: asked?.quantity ?? line.quantity,
        quantityIssued: line.quantity,
        quantityShort: asked ? asked.quantity - (issuedUntil.get(asked.id) ?? 0) : 0,
        unitName: asked?.unitOfMeasure ?? '',
        ...(asked && asked.partId !== line.partId ? { substituteFor: asked.partNumber } : {}),
        oldPartTagNumbers: line.oldParts.map((tag) => tag.number),
      };
    }),
  };
  return { data, number: issue.number, contentHash: '' };
}

/** By line of the requisition, what was handed out with this slip and those before it: later ones do not concern it. */
function issuedWith(
  slips: Awaited<ReturnType<typeof requisitionDetail>>['issues'],
  issueId: string,
): ReadonlyMap<string, Quantity> {
  const until = slips.slice(0, slips.findIndex((one) => one.id === issueId) + 1);
  const quantities = new Map<string, Quantity>();
  for (const { requisitionLineId, quantity } of until.flatMap((one) => one.lines))
    quantities.set(requisitionLineId, (quantities.get(requisitionLineId) ?? 0) + quantity);
  return quantities;
}

async function accountsOfIssue(tx: ReadTx, issueId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .select({ accountId: issueLines.accountId })
    .from(issueLines)
    .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
    .where(eq(issueLines.issueId, issueId));
  return rows.map((row) => row.accountId);
}
