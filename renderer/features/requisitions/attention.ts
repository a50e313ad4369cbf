import { beginsFrom } from '#shared/nouns/index.ts';
import type { MessageKey, MessageParameters } from '../../app/text.ts';
import type { Requisition, RequisitionLine } from './requisition-types.ts';

/** One thing that whoever decides should look at first. */
export interface Attention {
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** A part replaced again within so many days is worth a second look. */
const againWithinDays = 30;

/** What stands out on a requisition: the same part replaced lately, nothing in stock, a holder over the limit, a doubtful judgement. */
export function attentionOf(requisition: Requisition): readonly Attention[] {
  const isDone = ['issued', 'cleared', 'rejected', 'void'].includes(requisition.state);
  if (isDone) return [];
  return [
    ...requisition.lines.flatMap(earlierReplacement),
    ...requisition.lines.flatMap((line) => shortage(requisition, line)),
    ...overLimit(requisition),
    ...doubtfulJudgements(requisition),
  ];
}

/** How much of a part is there for a requisition: what can be promised before the approval, what lies in the bins after it. */
export function stockFor({ state }: Pick<Requisition, 'state'>, line: RequisitionLine): number {
  const isPromised = beginsFrom('requisition', 'issue', state);
  return isPromised ? line.bins.reduce((sum, bin) => sum + bin.quantity, 0) : line.availableQuantity;
}

/** Whether an earlier replacement is so recent, or its old part so much missing, that it stands out. */
export function isEarlierRemarkable({ earlier }: RequisitionLine): boolean {
  return earlier !== null && (earlier.daysAgo <= againWithinDays || earlier.oldPartState === 'due');
}

function earlierReplacement(line: RequisitionLine): readonly Attention[] {
  if (!line.earlier || !isEarlierRemarkable(line)) return [];
  const { daysAgo, oldPartState } = line.earlier;
  const key =
    oldPartState === 'due'
      ? 'requisitions.seeEarlierDue'
      : oldPartState === 'in'
        ? 'requisitions.seeEarlierIn'
        : 'requisitions.seeEarlier';
  return [{ key, parameters: { part: line.partName, days: daysAgo } }];
}

function shortage(requisition: Requisition, line: RequisitionLine): readonly Attention[] {
  const stockQuantity = Math.max(0, stockFor(requisition, line));
  const missingQuantity = line.quantity - line.issuedQuantity - stockQuantity;
  if (requisition.restClosed || missingQuantity <= 0) return [];
  const part = line.partName;
  const substitute = line.substitutes.find((one) => one.availableQuantity > 0);
  if (!substitute) {
    return [{ key: 'requisitions.seeShort', parameters: { part, stockQuantity, missingQuantity } }];
  }
  const { number, availableQuantity: substituteQuantity } = substitute;
  return [
    { key: 'requisitions.seeSubstitute', parameters: { part, stockQuantity, number, substituteQuantity } },
  ];
}

function overLimit({ holder, allowedByName, allowReason }: Requisition): readonly Attention[] {
  if (allowedByName !== '') {
    return [{ key: 'requisitions.seeAllowed', parameters: { by: allowedByName, reason: allowReason } }];
  }
  return holder.overLimit ? [{ key: 'requisitions.seeOverLimit', parameters: { holder: holder.name } }] : [];
}

function doubtfulJudgements({ purpose, caseId, lines }: Requisition): readonly Attention[] {
  if (purpose !== 'warranty') return [];
  const doubtful = lines.flatMap(({ verdict, partName }): readonly Attention[] => {
    if (verdict === 'notCovered')
      return [{ key: 'requisitions.seeNotCovered', parameters: { part: partName } }];
    if (verdict === 'undecided')
      return [{ key: 'requisitions.seeUndecided', parameters: { part: partName } }];
    return [];
  });
  const unjudged = lines.filter(({ verdict }) => verdict === null).length;
  return caseId === null || unjudged === 0
    ? doubtful
    : [...doubtful, { key: 'requisitions.seeUnjudged', parameters: { count: unjudged } }];
}
