import { z } from 'zod';
import { faultGroups, urgencies } from '../domain/states.ts';
import { caseStates } from '../nouns/case.card.ts';
import * as field from './fields.ts';
import { question } from './procedures.ts';

/** The day's work on one page, and the counters of the navigation. */
export const todayContract = {
  counters: question('signedIn').output(
    z.object({
      openCases: z.number(),
      /** Requisitions, and reports that wait themselves or with a supplement, each once; then the requisitions alone. */
      toApprove: z.number(),
      requisitionsToApprove: z.number(),
      toIssue: z.number(),
      oldPartsOverdue: z.number(),
      reportsNotBack: z.number(),
      toBeClarified: z.number(),
    }),
  ),
  page: question('signedIn')
    .input(z.strictObject({ mine: z.boolean() }))
    .output(
      z.object({
        uncleared: z.object({ pieces: z.number(), valueFen: z.number(), oldestDays: z.number() }),
        printedNotBack: z.object({ count: z.number(), overSevenDays: z.number() }),
        openCases: z.array(
          z.object({
            id: field.id('case'),
            number: z.string(),
            customerName: z.string(),
            unitPlate: z.string(),
            faultGroup: z.enum(faultGroups).nullable(),
            urgency: z.enum(urgencies),
            state: z.enum(caseStates),
            symptom: z.string(),
            ownerName: z.string(),
            openedAt: z.number(),
          }),
        ),
        toBeClarified: z.array(
          z.object({
            contactId: field.id('contact'),
            number: z.string(),
            callerName: z.string(),
            telephone: z.string(),
            summary: z.string(),
            nextCallAt: z.number().nullable(),
          }),
        ),
        toApprove: z.array(
          z.object({
            kind: z.enum(['requisition', 'report', 'supplement']),
            id: field.id(),
            number: z.string(),
            summary: z.string(),
            amountFen: z.number().nullable(),
            verdict: z.string().nullable(),
          }),
        ),
        oldPartsDue: z.array(
          z.object({
            id: field.id('oldPart'),
            number: z.string(),
            partName: z.string(),
            partNumber: z.string(),
            holderName: z.string(),
            ageDays: z.number(),
            overdue: z.boolean(),
          }),
        ),
        belowMinimum: z.array(
          z.object({
            partId: field.id('part'),
            number: z.string(),
            name: z.string(),
            unitOfMeasure: z.string(),
            onHandQuantity: z.number(),
            minimumQuantity: z.number(),
          }),
        ),
        /** How many there are of each list, of which the first stand above; what is to be approved stands in the counters. */
        counts: z.object({
          openCases: z.number(),
          /** Open cases of nobody, or of somebody who no longer works here; whoever looks. */
          casesWithoutOwner: z.number(),
          toBeClarified: z.number(),
          oldPartsDue: z.number(),
          oldPartsOverdue: z.number(),
          belowMinimum: z.number(),
        }),
        casesToday: z.number(),
        contactsToday: z.number(),
      }),
    ),
};
