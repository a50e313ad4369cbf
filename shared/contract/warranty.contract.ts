import { z } from 'zod';
import { exclusions, policyBases, verdicts } from '../domain/states.ts';
import * as field from './fields.ts';
import { act, actInput, editInput, question, saved, savedDocument } from './procedures.ts';

const term = {
  componentGroupCode: field.requiredLine(20),
  clause: field.line(20),
  months: field.count(600).nullable(),
  mileageKm: field.kilometres().nullable(),
  operatingHours: field.operatingHours().nullable(),
  wearPart: z.boolean(),
};
const termLimits = z.object({
  months: z.number().nullable(),
  mileageKm: z.number().nullable(),
  operatingHours: z.number().nullable(),
  wearPart: z.boolean(),
});
const policyFields = {
  name: field.requiredLine(60),
  validFromDay: field.day(),
  /** By the day of sale (the default) it holds for units sold from its first day on, else for faults from that day on. */
  appliesBy: z.enum(policyBases).default('saleDay'),
  scope: z.array(field.requiredLine(40)).max(200),
  regions: z.array(field.requiredLine(60)).max(200),
  cardWithinDays: field.count(3650),
  replacementTerm: z.enum(['restOfTerm', 'freshTerm']),
  terms: z.array(z.strictObject(term)).min(1).max(100),
};

export const componentGroupRow = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  position: z.number(),
  /** The version of the whole list, the same in every row. */
  version: z.number(),
  findable: field.findable(),
});
export const policyRow = z.object({
  id: field.id('warrantyPolicy'),
  ...policyFields,
  appliesBy: z.enum(policyBases),
  terms: z.array(z.object({ id: field.id('warrantyTerm'), ...term })),
  published: z.boolean(),
  createdAt: z.number(),
  version: z.number(),
});

/** What a judgement is made on. */
const judgedOn = {
  unitId: field.id('unit'),
  componentGroupCode: field.requiredLine(20),
  basisDay: field.day(),
  mileageKm: field.kilometres().nullable(),
  operatingHours: field.operatingHours().nullable(),
  exclusions: z.array(z.enum(exclusions)).max(4),
  caseId: field.id('case').nullable(),
};
export const reason = z.object({
  key: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
const outcome = {
  verdict: z.enum(verdicts),
  reasons: z.array(reason),
  policyId: field.id('warrantyPolicy').nullable(),
  policyName: z.string(),
  clause: z.string(),
  endDay: z.string().nullable(),
  daysLeft: z.number().nullable(),
  kilometresLeft: z.number().nullable(),
  hoursLeft: z.number().nullable(),
  saleDay: z.string().nullable(),
};
export const judgementRow = z.object({
  id: field.id('judgement'),
  number: z.string(),
  ...judgedOn,
  ...outcome,
  componentGroupName: z.string(),
  unitName: z.string(),
  /** The verdict that holds: the leader's if there is one. */
  holdingVerdict: z.enum(verdicts),
  overruledVerdict: z.enum(verdicts).nullable(),
  overruleReason: z.string(),
  overruledByName: z.string(),
  personId: field.id('person').nullable(),
  personName: z.string(),
  at: z.number(),
  version: z.number(),
});

/** Policies as data, and judgements computed from them. */
export const warrantyContract = {
  groups: question('warranty.view').output(z.array(componentGroupRow)),
  saveGroups: act('warranty.policies')
    .input(
      actInput({
        version: field.versionOrZero(),
        groups: z
          .array(
            z.strictObject({
              code: field.requiredLine(20),
              name: field.requiredLine(40),
              nameEn: field.line(60),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .output(z.object({ version: z.number() })),
  policies: question('warranty.view').output(z.array(policyRow)),
  draftPolicy: act('warranty.policies').input(actInput(policyFields)).output(saved),
  editPolicy: act('warranty.policies').input(editInput(policyFields)).output(saved),
  /** What publishing a draft would change today: units that would be judged by it, and the terms that differ for them. */
  publishingEffect: question('warranty.policies')
    .input(z.strictObject({ id: field.id('warrantyPolicy') }))
    .output(
      z.object({
        unitCount: z.number(),
        groups: z.array(
          z.object({
            componentGroupCode: z.string(),
            componentGroupName: z.string(),
            unitCount: z.number(),
            /** Null where no term stood before. */
            before: termLimits.nullable(),
            /** Null where the policy says nothing of the group. */
            after: termLimits.nullable(),
          }),
        ),
      }),
    ),
  /** From now on it holds and never changes. Stored judgements and open cases stay what they were made under. */
  publishPolicy: act('warranty.policies').input(editInput({})).output(saved),
  /** What a judgement would say, for every component group of the unit; kept nowhere. The light during the call. */
  preview: question('warranty.view')
    .input(
      z.strictObject({
        unitId: field.id('unit'),
        day: field.day(),
        mileageKm: field.kilometres().nullable(),
        operatingHours: field.operatingHours().nullable(),
        /** Judged by the policy this case was opened under. */
        caseId: field.id('case').optional(),
      }),
    )
    .output(
      z.array(
        z.object({
          componentGroupCode: z.string(),
          componentGroupName: z.string(),
          wearPart: z.boolean(),
          ...outcome,
        }),
      ),
    ),
  /** Refuses a reading that does not fit those of the unit, as everywhere. */
  judge: act('warranty.judge')
    .input(
      actInput({
        ...judgedOn,
        /** Set when the counter was replaced and really shows less. */ counterReplaced: z
          .boolean()
          .optional(),
        readingConfirmed: field.readingConfirmed(),
      }),
    )
    .output(savedDocument),
  overrule: act('warranty.overrule')
    .input(editInput({ overruledVerdict: z.enum(verdicts), overruleReason: field.requiredProse(400) }))
    .output(saved),
  judgements: question('warranty.view')
    .input(z.strictObject({ unitId: field.id('unit').optional(), caseId: field.id('case').optional() }))
    .output(z.array(judgementRow)),
  judgement: question('warranty.view')
    .input(z.strictObject({ id: field.id('judgement') }))
    .output(judgementRow),
};
