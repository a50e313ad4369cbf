import { z } from 'zod';
import { clearingKinds, requisitionPurposes, requisitionStates, verdicts } from '../domain/states.ts';
import * as field from './fields.ts';
import { listInput, pageOf } from './lists.ts';
import { act, actInput, editInput, question, savedDocument } from './procedures.ts';

const line = {
  partId: field.id<'part'>(),
  quantity: field.quantity(),
  fault: field.line(200),
  judgementId: field.id<'judgement'>().nullable(),
  oldPartRequired: z.boolean(),
};
const fields = {
  purpose: z.enum(requisitionPurposes),
  caseId: field.id<'case'>().nullable(),
  unitId: field.id<'unit'>().nullable(),
  holderAccountId: field.id<'stockAccount'>(),
  notes: field.prose(1000),
  lines: z.array(z.strictObject(line)).max(200),
};

export const requisitionRow = z.object({
  id: field.id<'requisition'>(),
  number: z.string(),
  state: z.enum(requisitionStates),
  purpose: z.enum(requisitionPurposes),
  holderName: z.string(),
  customerName: z.string(),
  unitPlate: z.string(),
  caseNumber: z.string(),
  amountFen: z.number(),
  lineCount: z.number(),
  createdAt: z.number(),
  createdByName: z.string(),
  submittedByName: z.string(),
  version: z.number(),
  /** The worst of the lines' verdicts; null without judgements. */
  verdict: z.enum(verdicts).nullable(),
  overLimit: z.boolean(),
});

const holder = z.object({
  accountId: field.id<'stockAccount'>(),
  name: z.string(),
  unclearedQuantity: z.number(),
  unclearedFen: z.number(),
  oldestDays: z.number(),
  limitFen: z.number(),
  limitDays: z.number(),
  overLimit: z.boolean(),
});

export const requisitionDetail = z.object({
  id: field.id<'requisition'>(),
  number: z.string(),
  state: z.enum(requisitionStates),
  purpose: z.enum(requisitionPurposes),
  caseId: field.id<'case'>().nullable(),
  caseNumber: z.string(),
  symptom: z.string(),
  customerName: z.string(),
  unitId: field.id<'unit'>().nullable(),
  unitName: z.string(),
  mileageKm: z.number().nullable(),
  holder,
  notes: z.string(),
  amountFen: z.number(),
  createdBy: field.id<'person'>().nullable(),
  createdByName: z.string(),
  createdAt: z.number(),
  submittedBy: field.id<'person'>().nullable(),
  submittedByName: z.string(),
  submittedAt: z.number().nullable(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  decisionReason: z.string(),
  allowedByName: z.string(),
  allowReason: z.string(),
  restClosed: z.boolean(),
  version: z.number(),
  /** Whether the person who asks may decide on it now, and if not, why (a refusal code). */
  mayDecide: z.boolean(),
  mayNotBecause: z.string().nullable(),
  lines: z.array(
    z.object({
      id: field.id<'requisitionLine'>(),
      ...line,
      partNumber: z.string(),
      partName: z.string(),
      unitOfMeasure: z.string(),
      unitPriceFen: z.number(),
      amountFen: z.number(),
      issuedQuantity: z.number(),
      clearedQuantity: z.number(),
      availableQuantity: z.number(),
      bins: z.array(
        z.object({ accountId: field.id<'stockAccount'>(), code: z.string(), quantity: z.number() }),
      ),
      substitutes: z.array(
        z.object({
          partId: field.id<'part'>(),
          number: z.string(),
          name: z.string(),
          availableQuantity: z.number(),
        }),
      ),
      verdict: z.enum(verdicts).nullable(),
      judgementNumber: z.string(),
      clause: z.string(),
      /** The last time the same part was replaced on the same unit. */
      earlier: z
        .object({
          at: z.number(),
          daysAgo: z.number(),
          caseNumber: z.string(),
          oldPartState: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  issues: z.array(
    z.object({
      id: field.id<'issue'>(),
      number: z.string(),
      at: z.number(),
      personName: z.string(),
      lines: z.array(
        z.object({
          id: field.id<'issueLine'>(),
          requisitionLineId: field.id<'requisitionLine'>(),
          partId: field.id<'part'>(),
          partNumber: z.string(),
          partName: z.string(),
          /** The bin it came from. */
          accountId: field.id<'stockAccount'>(),
          accountCode: z.string(),
          quantity: z.number(),
          clearedQuantity: z.number(),
          valueFen: z.number(),
          /** One tag per piece. */
          oldParts: z.array(
            z.object({
              id: field.id<'oldPart'>(),
              number: z.string(),
              state: z.string(),
              dueDay: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
  clearings: z.array(
    z.object({
      id: field.id<'clearing'>(),
      number: z.string(),
      issueLineId: field.id<'issueLine'>(),
      kind: z.enum(clearingKinds),
      quantity: z.number(),
      reportNumber: z.string(),
      reason: z.string(),
      at: z.number(),
      personName: z.string(),
    }),
  ),
});

const clearingLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('installed'),
    issueLineId: field.id<'issueLine'>(),
    quantity: field.quantity(),
    reportId: field.id<'report'>(),
  }),
  z.strictObject({
    kind: z.literal('returned'),
    issueLineId: field.id<'issueLine'>(),
    quantity: field.quantity(),
    accountId: field.id<'stockAccount'>(),
  }),
  /** Lost or scrapped: a leader alone, with the reason and what is charged. */
  z.strictObject({
    kind: z.literal('lost'),
    issueLineId: field.id<'issueLine'>(),
    quantity: field.quantity(),
    reason: field.requiredProse(400),
    chargeFen: field.fen(),
  }),
]);

/** Requests for parts, from draft to cleared. */
export const requisitionsContract = {
  list: question('requisitions.view')
    .input(
      listInput(
        z.strictObject({
          text: field.line(60).optional(),
          states: z.array(z.enum(requisitionStates)).max(8).optional(),
          holderAccountId: field.id<'stockAccount'>().optional(),
          caseId: field.id<'case'>().optional(),
        }),
        ['createdAt'],
      ),
    )
    .output(pageOf(requisitionRow)),
  get: question('requisitions.view')
    .input(z.strictObject({ id: field.id<'requisition'>() }))
    .output(requisitionDetail),
  draft: act('requisitions.write').input(actInput(fields)).output(savedDocument),
  edit: act('requisitions.write').input(editInput(fields)).output(savedDocument),
  submit: act('requisitions.write').input(editInput({})).output(savedDocument),
  /** Takes a submitted one back to the draft, or voids a draft. */
  withdraw: act('requisitions.write').input(editInput({})).output(savedDocument),
  void: act('requisitions.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  approve: act('requisitions.approve')
    .input(editInput({ reason: field.prose(400) }))
    .output(savedDocument),
  reject: act('requisitions.approve')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  /** Approves several at once: each for itself; tells of each whether it was approved or which refusal it met. */
  approveSeveral: act('requisitions.approve')
    .input(
      actInput({
        requisitions: z
          .array(z.strictObject({ id: field.id<'requisition'>(), version: field.version() }))
          .min(1)
          .max(100),
      }),
    )
    .output(
      z.object({
        results: z.array(
          z.object({ id: field.id<'requisition'>(), number: z.string(), refusal: z.string().nullable() }),
        ),
      }),
    ),
  /** Lets a holder over the limit draw on this requisition all the same. */
  allowOverLimit: act('requisitions.allow')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  issue: act('requisitions.issue')
    .input(
      editInput({
        lines: z
          .array(
            z.strictObject({
              requisitionLineId: field.id<'requisitionLine'>(),
              partId: field.id<'part'>(),
              accountId: field.id<'stockAccount'>(),
              quantity: field.quantity(),
            }),
          )
          .min(1)
          .max(400),
      }),
    )
    .output(
      z.object({
        id: field.id<'requisition'>(),
        version: z.number(),
        issueId: field.id<'issue'>(),
        issueNumber: z.string(),
        oldPartNumbers: z.array(z.string()),
      }),
    ),
  /** What was not issued yet is needed no more: the back order ends. */
  closeRest: act('requisitions.write')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(savedDocument),
  clear: act('requisitions.clear')
    .input(editInput({ lines: z.array(clearingLine).min(1).max(400) }))
    .output(savedDocument),
  /** What each technician and station holds uncleared, by age and value. */
  holders: question('requisitions.view').output(
    z.array(
      z.object({
        ...holder.shape,
        kind: z.string(),
        byAge: z.object({ upTo7Days: z.number(), upTo30Days: z.number(), older: z.number() }),
      }),
    ),
  ),
  /** The uncleared lines of one holder, oldest first. */
  uncleared: question('requisitions.view')
    .input(z.strictObject({ accountId: field.id<'stockAccount'>() }))
    .output(
      z.array(
        z.object({
          requisitionId: field.id<'requisition'>(),
          requisitionNumber: z.string(),
          issueLineId: field.id<'issueLine'>(),
          issuedAt: z.number(),
          ageDays: z.number(),
          caseNumber: z.string(),
          partNumber: z.string(),
          partName: z.string(),
          openQuantity: z.number(),
          valueFen: z.number(),
          oldPartState: z.string().nullable(),
        }),
      ),
    ),
  exportList: question('requisitions.view')
    .input(z.strictObject({ fromDay: field.day(), untilDay: field.day() }))
    .output(z.file()),
};
