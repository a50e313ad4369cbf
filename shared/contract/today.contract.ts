import { z } from 'zod';
import { placedKinds } from '../nouns/index.ts';
import * as field from './fields.ts';
import { question } from './procedures.ts';

/** A word beside a row, as a state, an urgency, a verdict; `late` is red, `soon` amber. */
const mark = z.object({
  /** The key of the word in the books of sentences: `states.urgency_limping`. */
  word: z.string(),
  tone: z.enum(['late', 'soon', 'good', 'acc', 'plain']),
});

/** A row of a card: whatever its noun is, it is drawn and opened alike. */
export const todayRow = z.object({
  /** The noun of the record, which says where it is opened. */
  kind: z.enum(placedKinds),
  id: field.id(),
  number: z.string(),
  /** What it is about, in one line. */
  summary: z.string(),
  /** Whose it is: plate and customer, number of the part, sender. */
  about: z.string(),
  /** Who has it in hand, holds it or wrote it; empty for nobody. */
  who: z.string(),
  /** Since when it waits. */
  since: z.int().nullable(),
  /** Until when it should be done, or until the end of which day; past it the row is late. */
  dueAt: z.int().nullable(),
  dueDay: field.day().nullable(),
  isLate: z.boolean(),
  amountFen: z.int().nullable(),
  /** What is there of a part, and how much there should be. */
  stock: z
    .object({ onHandQuantity: z.int(), minimumQuantity: z.int(), unitOfMeasure: z.string() })
    .nullable(),
  marks: z.array(mark),
});

/** One card of the day, late rows first. */
export const todayCard = z.object({
  /** The name of the card, told once in the roll of cards. */
  name: z.string(),
  /** The noun in whose place the whole list stands. */
  kind: z.enum(placedKinds),
  /** How many there are, of which the first stand in `rows`. */
  count: z.int(),
  lateCount: z.int(),
  /** What all of them are worth together; null where there is no money in it. */
  amountFen: z.int().nullable(),
  rows: z.array(todayRow),
});

export type TodayRow = z.infer<typeof todayRow>;
export type TodayMark = z.infer<typeof mark>;
export type TodayCardFacts = z.infer<typeof todayCard>;

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
        /** The cards that the person may see, in the order of the person's roles. */
        cards: z.array(todayCard),
        casesToday: z.number(),
        contactsToday: z.number(),
      }),
    ),
};
