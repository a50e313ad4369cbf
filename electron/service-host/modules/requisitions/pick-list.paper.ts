import type { Quantity } from '#shared/domain/quantities.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { pickListPaper, type PickListPaper } from '../../printing/documents/pick-list.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { warehouseNames } from '../stock/accounts.named.queries.ts';
import { lookAtCaseOf, numberOfRequisition } from './requisition-papers.queries.ts';
import { requisitionDetail } from './requisitions.queries.ts';

/**
 * What the storekeeper fetches for an approved requisition, bin by bin in the order of the walk. Refuses NOT_APPROVED
 * before the approval, and WRONG_STATE when nothing is left to hand out.
 */
export const pickList = paper('pick-list', {
  of: 'requisition',
  facts: pickListFacts,
  draw: pickListPaper,
  look: lookAtCaseOf,
  numberOf: numberOfRequisition,
});

async function pickListFacts(tx: ReadTx, requisitionId: string): Promise<PaperFacts<PickListPaper>> {
  const detail = await requisitionDetail(tx, { id: requisitionId });
  const { number, state } = detail;
  if (state === 'draft' || state === 'submitted') refuse('NOT_APPROVED', { number });
  if (state !== 'approved' && state !== 'partlyIssued') refuse('WRONG_STATE', { number, state });
  const part = await partsNamed(
    tx,
    detail.lines.map((line) => line.partId),
  );
  const wanted = detail.lines.flatMap((line) => {
    const fact = {
      partNumber: line.partNumber,
      partName: line.partName,
      specification: part(line.partId).specification,
      unitName: line.unitOfMeasure,
    };
    return spread(line.quantity - line.issuedQuantity, line.bins).map((pick) => ({
      ...fact,
      ...pick,
      accountId: pick.accountId,
    }));
  });
  const lines = wanted.toSorted((one, other) => (one.binCode < other.binCode ? -1 : 1));
  const data = {
    number: detail.number,
    caseNumber: detail.caseNumber,
    warehouseName: await warehouseNames(
      tx,
      lines.map((line) => line.accountId),
    ),
    holderName: detail.holder.name,
    customerName: detail.customerName,
    lines: lines.map(({ accountId: _, ...line }) => line),
  };
  return { data, number: detail.number, contentHash: '' };
}

interface Bin {
  readonly accountId: string;
  readonly code: string;
  readonly quantity: Quantity;
}

/** Takes the wanted quantity out of as few bins as will do; what no bin has stands in a line without a bin. */
function spread(wanted: Quantity, bins: readonly Bin[]) {
  const picks: { accountId: string; binCode: string; quantityOnHand: Quantity; quantity: Quantity }[] = [];
  let left = wanted;
  for (const bin of bins.toSorted((one, other) => other.quantity - one.quantity)) {
    const quantity = Math.min(left, bin.quantity);
    if (quantity <= 0) continue;
    picks.push({ accountId: bin.accountId, binCode: bin.code, quantityOnHand: bin.quantity, quantity });
    left -= quantity;
  }
  return left > 0 ? [...picks, { accountId: '', binCode: '', quantityOnHand: 0, quantity: left }] : picks;
}
