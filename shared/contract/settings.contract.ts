import { z } from 'zod';
import { decisionKinds } from '../domain/decision-kinds.ts';
import { wrongSpan } from '../domain/working-time.ts';
import * as field from './fields.ts';
import { act, actInput, question } from './procedures.ts';

const firm = {
  name: field.requiredLine(60),
  department: field.line(60),
  telephone: field.telephone(),
  address: field.line(120),
  logoAttachmentId: field.id('attachment').nullable(),
};
const limits = {
  backdateDays: field.count(31),
  holderLimitFen: field.fen(),
  holderLimitDays: field.count(3650),
  oldPartDueDays: field.count(3650),
  /** Whether a draft is written by its author alone, until somebody takes it over. */
  draftsBelongToAuthor: z.boolean(),
};
const papers = { copyNames: z.array(field.requiredLine(20)).min(1).max(6) };

const decisions = {
  /** Of the rules of one decision the one with the highest amount that is reached holds. */
  rules: z
    .array(
      z.strictObject({
        decision: z.enum(decisionKinds),
        fromFen: field.fen(),
        signers: z.int().min(1).max(5),
        /** Who signs, one after the other; empty where any so many do. */
        inOrder: z.array(field.id('person')).max(5),
      }),
    )
    .max(50),
};
/** The limits of duties. Hours and days are those of work where `countsWorkingTime` says so. */
const duties = {
  countsWorkingTime: z.boolean(),
  decisionHours: field.count(1000),
  reportBackDays: field.count(365),
  customerFileDays: field.count(365),
  cardDays: field.count(3650),
  /** After the due moment: when the team hears of it, and when those who lead. */
  teamAfterHours: field.count(1000),
  leaderAfterHours: field.count(1000),
};
const someDays = (most: number) => z.array(field.day()).max(most);
const workingTime = z
  .strictObject({
    /** The stretches of a working day, one after the other, as 'HH:MM'. */
    spans: z
      .array(z.strictObject({ from: field.requiredLine(5), until: field.requiredLine(5) }))
      .min(1)
      .max(4)
      .refine((spans) => wrongSpan(spans) === undefined, { params: { code: 'spans' } }),
    /** 1 is Monday, 7 is Sunday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    /** Exceptions of the firm, which count before the calendar of the state. */
    daysOff: someDays(500),
    workdays: someDays(500),
    /** Public holidays and make-up workdays of years that the program does not know. */
    publicDaysOff: someDays(2000),
    publicWorkdays: someDays(2000),
  })
  .refine(({ daysOff, workdays }) => !daysOff.some((day) => workdays.includes(day)), {
    path: ['workdays'],
    params: { code: 'offAndWorked' },
  });

const version = field.versionOrZero();
const savedGroup = z.object({ version: z.number() });

/** What the firm has chosen. A group that was never saved has version 0. */
export const settingsContract = {
  /** Without a name before the first start has given it one. */
  firm: question('signedIn').output(
    z.object({ values: z.object({ ...firm, name: field.line(60) }), version: z.number() }),
  ),
  saveFirm: act('settings.edit')
    .input(actInput({ version, values: z.strictObject(firm) }))
    .output(savedGroup),
  limits: question('signedIn').output(z.object({ values: z.object(limits), version: z.number() })),
  saveLimits: act('settings.edit')
    .input(actInput({ version, values: z.strictObject(limits) }))
    .output(savedGroup),
  papers: question('signedIn').output(z.object({ values: z.object(papers), version: z.number() })),
  duties: question('signedIn').output(z.object({ values: z.object(duties), version: z.number() })),
  saveDuties: act('settings.edit')
    .input(actInput({ version, values: z.strictObject(duties) }))
    .output(savedGroup),
  workingTime: question('signedIn').output(z.object({ values: workingTime, version: z.number() })),
  saveWorkingTime: act('settings.edit')
    .input(actInput({ version, values: workingTime }))
    .output(savedGroup),
  savePapers: act('settings.edit')
    .input(actInput({ version, values: z.strictObject(papers) }))
    .output(savedGroup),
  decisions: question('signedIn').output(z.object({ values: z.object(decisions), version: z.number() })),
  saveDecisions: act('settings.edit')
    .input(actInput({ version, values: z.strictObject(decisions) }))
    .output(savedGroup),
};
