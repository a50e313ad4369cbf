import { z } from 'zod';
import { decisionKinds, decisionVerdicts, decisionWarnings } from '../domain/decision-kinds.ts';
import { kinds } from '../nouns/index.ts';
import * as field from './fields.ts';
import { act, actInput, editInput, question, saved } from './procedures.ts';

const kind = z.enum(decisionKinds);

export const inboxRow = z.object({
  kind,
  /** The subject that is decided on, and the version a signature would be for. */
  id: field.id(),
  version: z.number(),
  /** The record that shows it. */
  recordKind: z.enum(kinds),
  recordId: field.id(),
  number: z.string(),
  summary: z.string(),
  amountFen: z.number().nullable(),
  askedByName: z.string(),
  askedAt: z.number(),
  warnings: z.array(z.enum(decisionWarnings)),
  /** Who signed this version already, and how many must. */
  signedBy: z.array(z.string()),
  neededCount: z.number(),
  mayReject: z.boolean(),
  maySendBack: z.boolean(),
});

/** A row of the inbox of decisions. */
export type InboxRow = z.infer<typeof inboxRow>;

export const signatureRow = z.object({
  id: field.id('decision'),
  decision: kind,
  subjectId: field.id(),
  personName: z.string(),
  /** In whose place the person signed. */
  inPlaceOf: z.array(z.string()),
  verdict: z.enum(decisionVerdicts),
  reason: z.string(),
  at: z.number(),
  version: z.number(),
  /** The decision was made by it; it waits for others; or a later change took its worth. */
  standing: z.enum(['concluded', 'counted', 'void']),
});

/** A signature on the page of a record. */
export type SignatureRow = z.infer<typeof signatureRow>;

/**
 * What waits for a yes or no of the person who asks, and the signatures under it. Whoever is signed in may try to decide; the
 * act of the noun refuses who lacks its right.
 */
export const decisionsContract = {
  /** The oldest first; only what the person may sign now, and nothing that concerns them. */
  inbox: question('decisions.view')
    .input(z.strictObject({ kinds: z.array(kind).min(1).max(20).optional() }))
    .output(z.object({ rows: z.array(inboxRow), count: z.number(), isMore: z.boolean() })),
  /** How much waits for the person, what it is worth, and since when the oldest waits. */
  count: question('decisions.view').output(
    z.object({
      count: z.number(),
      isMore: z.boolean(),
      /** What all of it is worth together. */
      amountFen: z.number(),
      oldestAt: z.number().nullable(),
    }),
  ),
  /** The signatures on the page of a record, in the order of time. */
  of: question('signedIn')
    .input(z.strictObject({ kind: z.enum(kinds), id: field.id() }))
    .output(z.array(signatureRow)),
  approve: act('signedIn')
    .input(editInput({ kind, reason: field.prose(400) }))
    .output(saved),
  reject: act('signedIn')
    .input(editInput({ kind, reason: field.requiredProse(400) }))
    .output(saved),
  /** Back to its author as a draft, with what is to be changed. */
  sendBack: act('signedIn')
    .input(editInput({ kind, reason: field.requiredProse(400) }))
    .output(saved),
  /** Approves several at once: each for itself; tells of each whether it was approved or which refusal it met. */
  approveSeveral: act('signedIn')
    .input(
      actInput({
        decisions: z
          .array(z.strictObject({ kind, id: field.id(), version: field.version() }))
          .min(1)
          .max(100),
      }),
    )
    .output(
      z.object({
        results: z.array(
          z.object({
            kind,
            id: field.id(),
            refusal: z.string().nullable(),
            facts: z.record(z.string(), z.unknown()),
          }),
        ),
      }),
    ),
};
