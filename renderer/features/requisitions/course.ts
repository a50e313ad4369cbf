import type { MessageKey, MessageParameters } from '../../app/text.ts';
import type { Requisition } from './requisition-types.ts';

/** One thing that happened to a requisition. */
export interface Step {
  readonly at: number;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
}

/** What happened to a requisition, newest first. */
export function courseOf(requisition: Requisition): readonly Step[] {
  const { createdAt, createdByName, lines, submittedAt, submittedByName } = requisition;
  const steps: Step[] = [
    {
      at: createdAt,
      key: requisition.caseNumber === '' ? 'requisitions.stepWritten' : 'requisitions.stepWrittenFromCase',
      parameters: { by: createdByName, count: lines.length, case: requisition.caseNumber },
    },
  ];
  if (submittedAt !== null)
    steps.push({ at: submittedAt, key: 'requisitions.stepSubmitted', parameters: { by: submittedByName } });
  return [
    ...steps,
    ...decision(requisition),
    ...voiding(requisition),
    ...issued(requisition),
    ...cleared(requisition),
  ].toSorted((one, other) => other.at - one.at);
}

function decision({ state, decidedAt, decidedByName, decisionReason }: Requisition): readonly Step[] {
  if (decidedAt === null) return [];
  const parameters = { by: decidedByName, reason: decisionReason };
  if (state === 'rejected') return [{ at: decidedAt, key: 'requisitions.stepRejected', parameters }];
  if (state === 'draft' || state === 'submitted')
    return [{ at: decidedAt, key: 'requisitions.stepSentBack', parameters }];
  const key = decisionReason === '' ? 'requisitions.stepApproved' : 'requisitions.stepApprovedBecause';
  return [{ at: decidedAt, key, parameters }];
}

function voiding({ voidedAt, voidedByName, voidReason }: Requisition): readonly Step[] {
  if (voidedAt === null) return [];
  const parameters = { by: voidedByName, reason: voidReason };
  return [{ at: voidedAt, key: 'requisitions.stepVoided', parameters }];
}

function issued({ issues }: Requisition): readonly Step[] {
  return issues.map(({ at, number, personName, lines }) => ({
    at,
    key: 'requisitions.stepIssued',
    parameters: { by: personName, number, count: lines.length },
  }));
}

function cleared({ clearings, issues }: Requisition): readonly Step[] {
  const names = new Map(
    issues.flatMap((issue) => issue.lines.map((line) => [line.id as string, line.partName] as const)),
  );
  return clearings.map(({ at, number, kind, quantity, personName, reportNumber, reason, issueLineId }) => ({
    at,
    key: stepOfClearing[kind],
    parameters: {
      by: personName,
      number,
      clearedQuantity: quantity,
      part: names.get(issueLineId) ?? '',
      report: reportNumber,
      reason,
    },
  }));
}

const stepOfClearing = {
  installed: 'requisitions.stepInstalled',
  returned: 'requisitions.stepReturned',
  lost: 'requisitions.stepLost',
} as const satisfies Record<Requisition['clearings'][number]['kind'], MessageKey>;
