import { z } from 'zod';
import { clearingKinds, requisitionPurposes, verdicts } from '../domain/states.ts';
import { requisitionStates } from '../nouns/requisition.card.ts';
import * as field from './fields.ts';

/** A line as it is written. */
export const requisitionLine = {
  partId: field.id('part'),
  quantity: field.quantity(),
  fault: field.line(200),
  judgementId: field.id('judgement').nullable(),
  oldPartRequired: z.boolean(),
};
export const requisitionRow = z.object({
  id: field.id('requisition'),
  number: z.string(),
  state: z.enum(requisitionStates),
  purpose: z.enum(requisitionPurposes),
  holderName: z.string(),
  customerName: z.string(),
  unitPlate: z.string(),
  caseNumber: z.string(),
  amountFen: z.number(),
  /** Lines whose part has no price: the amount lacks them. */
  unpricedCount: z.number(),
  lineCount: z.number(),
  createdAt: z.number(),
  createdByName: z.string(),
  submittedByName: z.string(),
  version: z.number(),
  /** The worst of the lines' verdicts; null without judgements. */
  verdict: z.enum(verdicts).nullable(),
  /** Whether nothing may be issued: the holder is over the limit, and no leader has allowed it. */
  overLimit: z.boolean(),
  /** Whether it came back to the draft from somebody who did not agree to it. */
  sentBack: z.boolean(),
});

/** A row of the list of requisitions. */
export type RequisitionRow = z.infer<typeof requisitionRow>;

const holder = z.object({
  accountId: field.id('stockAccount'),
  name: z.string(),
  unclearedQuantity: z.number(),
  unclearedFen: z.number(),
  oldestDays: z.number(),
  limitFen: z.number(),
  limitDays: z.number(),
  overLimit: z.boolean(),
});

export const requisitionDetail = z.object({
  id: field.id('requisition'),
  number: z.string(),
  state: z.enum(requisitionStates),
  purpose: z.enum(requisitionPurposes),
  caseId: field.id('case').nullable(),
  caseNumber: z.string(),
  symptom: z.string(),
  customerName: z.string(),
  unitId: field.id('unit').nullable(),
  unitName: z.string(),
  mileageKm: z.number().nullable(),
  holder,
  notes: z.string(),
  amountFen: z.number(),
  createdBy: field.id('person').nullable(),
  createdByName: z.string(),
  createdAt: z.number(),
  submittedBy: field.id('person').nullable(),
  submittedByName: z.string(),
  submittedAt: z.number().nullable(),
  decidedByName: z.string(),
  decidedAt: z.number().nullable(),
  decisionReason: z.string(),
  allowedByName: z.string(),
  allowReason: z.string(),
  /** Why somebody asked a leader to allow it; null while nobody asks. */
  allowAskReason: z.string().nullable(),
  restClosed: z.boolean(),
  voidedByName: z.string(),
  voidedAt: z.number().nullable(),
  voidReason: z.string(),
  version: z.number(),
  /** Whether the person who asks may decide on it now, and if not, why (a refusal code). */
  mayDecide: z.boolean(),
  mayNotBecause: z.string().nullable(),
  /** Whose draft it is, and whether the person who asks may write in it without taking it over, and void it. */
  ownerName: z.string(),
  mayWrite: z.boolean(),
  mayVoid: z.boolean(),
  /** Whether it belongs to the person who asks: taken back without a reason by them, and decided on by others. */
  isOwn: z.boolean(),
  lines: z.array(
    z.object({
      id: field.id('requisitionLine'),
      ...requisitionLine,
      partNumber: z.string(),
      partName: z.string(),
      unitOfMeasure: z.string(),
      unitPriceFen: z.number(),
      amountFen: z.number(),
      issuedQuantity: z.number(),
      clearedQuantity: z.number(),
      availableQuantity: z.number(),
      bins: z.array(
        z.object({ accountId: field.id('stockAccount'), code: z.string(), quantity: z.number() }),
      ),
      substitutes: z.array(
        z.object({
          partId: field.id('part'),
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
      id: field.id('issue'),
      number: z.string(),
      at: z.number(),
      personName: z.string(),
      lines: z.array(
        z.object({
          id: field.id('issueLine'),
          requisitionLineId: field.id('requisitionLine'),
          partId: field.id('part'),
          partNumber: z.string(),
          partName: z.string(),
          /** The bin it came from. */
          accountId: field.id('stockAccount'),
          accountCode: z.string(),
          quantity: z.number(),
          clearedQuantity: z.number(),
          valueFen: z.number(),
          /** One tag per piece. */
          oldParts: z.array(
            z.object({
              id: field.id('oldPart'),
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
      id: field.id('clearing'),
      number: z.string(),
      issueLineId: field.id('issueLine'),
      kind: z.enum(clearingKinds),
      quantity: z.number(),
      reportNumber: z.string(),
      reason: z.string(),
      at: z.number(),
      personName: z.string(),
    }),
  ),
});

/** What a technician or station holds uncleared, by age and value. */
export const holderRow = z.object({
  ...holder.shape,
  kind: z.string(),
  byAge: z.object({ upTo7Days: z.number(), upTo30Days: z.number(), older: z.number() }),
});

/** An issued line that is not accounted for whole. */
export const unclearedRow = z.object({
  requisitionId: field.id('requisition'),
  requisitionNumber: z.string(),
  issueLineId: field.id('issueLine'),
  issuedAt: z.number(),
  ageDays: z.number(),
  caseNumber: z.string(),
  partNumber: z.string(),
  partName: z.string(),
  unitOfMeasure: z.string(),
  openQuantity: z.number(),
  valueFen: z.number(),
  oldPartState: z.string().nullable(),
});
