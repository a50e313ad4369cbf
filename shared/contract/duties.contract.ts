import { z } from 'zod';
import { dutyKinds, dutyOutcomes, dutyScopes, dutyStates } from '../domain/duties.ts';
import { placedKinds } from '../nouns/index.ts';
import * as field from './fields.ts';
import { listOf, pageOf } from './lists.ts';
import { act, editInput, question, saved } from './procedures.ts';

export const dutyRow = z.object({
  id: field.id('duty'),
  kind: z.enum(dutyKinds),
  /** An open duty is late as soon as its moment has passed. */
  state: z.enum([...dutyOutcomes, 'late']),
  /** The record that owes it. */
  subjectKind: z.enum(placedKinds),
  subjectId: field.id(),
  /** Empty where the record has no number, or may not be seen. */
  number: z.string(),
  about: z.string(),
  ownerId: field.id('person').nullable(),
  ownerName: z.string(),
  /** The permission of those who can do it. */
  team: z.string(),
  openedAt: z.number(),
  dueAt: z.number(),
  isPaused: z.boolean(),
  settledAt: z.number().nullable(),
  reason: z.string(),
  version: z.number(),
});

/** A row of the list of duties. */
export type DutyRow = z.infer<typeof dutyRow>;

const listed = listOf(
  z.strictObject({
    scope: z.enum(dutyScopes),
    state: z.enum(dutyStates),
    kind: z.enum(dutyKinds).optional(),
  }),
  ['dueAt'],
);

/** What somebody owes by a moment. */
export const dutiesContract = {
  list: question('duties.view').input(listed.page).output(pageOf(dutyRow)),
  /** What the caller must see to, how much of it is late, and what falls due within a day or did within ten minutes. */
  counters: question('duties.view').output(
    z.object({
      openCount: z.number(),
      lateCount: z.number(),
      next: z.array(dutyRow.pick({ id: true, kind: true, number: true, dueAt: true })),
    }),
  ),
  /** Lets a duty be; what its record owes is owed no more. */
  waive: act('duties.lead')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(saved),
  /** Stops the clock: nobody is reminded until it goes on, and then the moment comes later by as long. */
  pause: act('duties.lead')
    .input(editInput({ reason: field.requiredProse(400) }))
    .output(saved),
  resume: act('duties.lead').input(editInput({})).output(saved),
  exportList: question('duties.view').input(listed.file).output(field.sheet()),
};
