import type { Language } from '#shared/domain/actor.ts';
import { saidBy } from '#shared/messages/punctuation.ts';
import { translate } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { paper, type PaperFacts } from '../../desks/papers/paper.ts';
import { requisitionPaper, type RequisitionPaper } from '../../printing/documents/requisition.ts';
import { partsNamed } from '../parts/parts.named.queries.ts';
import { whoAndWhat } from '../units/document-facts.queries.ts';
import { judgementsForLines } from '../warranty/warranty.queries.ts';
import { lookAtCaseOf, numberOfRequisition } from './requisition-papers.queries.ts';
import { requisitionDetail } from './requisitions.queries.ts';

/** A requisition as it is signed. */
export const requisition = paper('requisition', {
  of: 'requisition',
  facts: requisitionFacts,
  draw: requisitionPaper,
  look: lookAtCaseOf,
  copies: ['copyRequisitionOffice', 'copyRequisitionWarehouse'],
  numberOf: numberOfRequisition,
});

async function requisitionFacts(
  tx: ReadTx,
  id: string,
  language: Language,
): Promise<PaperFacts<RequisitionPaper>> {
  const detail = await requisitionDetail(tx, { id });
  const facts = await whoAndWhat(tx, detail, detail.submittedAt ?? detail.createdAt);
  const judgements = await judgementsForLines(
    tx,
    detail.lines.flatMap((line) => line.judgementId ?? []),
  );
  const part = await partsNamed(
    tx,
    detail.lines.map((line) => line.partId),
  );
  // Who sent it back, and why, is no part of a paper that waits for its decision.
  const waits = detail.state === 'draft' || detail.state === 'submitted';
  const data = {
    ...facts,
    number: detail.number,
    workOrderNumber: '',
    stateName: translate(language, `states.requisitionState_${detail.state}`),
    purposeName: translate(language, `states.requisitionPurpose_${detail.purpose}`),
    holderName: detail.holder.name,
    requestedBy: detail.submittedByName === '' ? detail.createdByName : detail.submittedByName,
    requestedAt: detail.submittedAt ?? detail.createdAt,
    approvedBy: waits ? '' : detail.decidedByName,
    approvedAt: waits ? undefined : (detail.decidedAt ?? undefined),
    decisionReason: waits ? '' : detail.decisionReason,
    voiding:
      detail.state === 'void'
        ? { by: detail.voidedByName, at: detail.voidedAt ?? undefined, reason: detail.voidReason }
        : undefined,
    notes: detail.notes,
    overrulings: [...judgements.values()]
      .filter((one) => one.overruledVerdict !== null)
      .map((one) => saidBy(language, `${one.number} ${one.overruledByName}`, one.overruleReason)),
    overLimitReason:
      detail.allowReason === '' ? '' : saidBy(language, detail.allowedByName, detail.allowReason),
    lines: detail.lines.map((line) => ({
      partNumber: line.partNumber,
      partName: line.partName,
      specification: part(line.partId).specification,
      quantity: line.quantity,
      unitName: line.unitOfMeasure,
      unitPriceFen: line.unitPriceFen,
      amountFen: line.amountFen,
      fault: line.fault,
      judgementName:
        line.verdict === null
          ? ''
          : [translate(language, `states.verdict_${line.verdict}`), line.clause].filter(Boolean).join(' '),
      oldPartRequired: line.oldPartRequired,
    })),
  };
  return { data, number: detail.number, stateName: data.stateName, contentHash: '' };
}
