import { z } from 'zod';
import * as field from './fields.ts';
import { listInput, pageOf } from './lists.ts';
import { act, actInput, question } from './procedures.ts';

export const auditRow = z.object({
  sequence: z.number(),
  at: z.number(),
  personName: z.string(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
});

/** An entry of the audit trail, as its list tells it. */
export type AuditRow = z.infer<typeof auditRow>;

/** What the check of the audit trail, a piece of long work, ends with. */
export const auditVerdict = z.object({
  whole: z.boolean(),
  /** Entries from the first on that hold together, and the hash of the last of them. */
  entries: z.number(),
  head: z.string(),
  brokenAt: z.number().nullable(),
  because: z.string().nullable(),
});

/** What loading the sample, a piece of long work, ends with: the password of everybody in it. */
export const loadedSample = z.object({ password: z.string() });

const narrowed = {
  subjectKind: field.line(40).optional(),
  subjectId: field.line(26).optional(),
  personId: field.id('person').optional(),
  /** Leaves out who only looked at something; those alone are asked for by the subject kind `look`. */
  withoutLooks: z.boolean().optional(),
};

/** Who did what, when, what was before and what after; and the check that nobody altered it. */
export const auditContract = {
  list: question('audit.view')
    .input(
      listInput(
        z.strictObject({
          ...narrowed,
          fromDay: field.day().optional(),
          untilDay: field.day().optional(),
        }),
        ['sequence'],
      ),
    )
    .output(pageOf(auditRow)),
  /** The list from one day until another, with the codes by which its chain can be followed. */
  exportList: question('audit.view')
    .input(z.strictObject({ ...narrowed, fromDay: field.day(), untilDay: field.day() }))
    .output(field.sheet()),
  /** What is wrong with the books of this host: the clock that dates them, or their file, to which nothing is written then. */
  booksState: question('signedIn').output(
    z.object({
      clockFault: z
        .object({ kind: z.enum(['behind', 'ahead']), toldAt: z.number(), minutes: z.number() })
        .nullable(),
      isDamaged: z.boolean(),
    }),
  ),
  /** The last check that the host made by itself: of the end of the chain at its start, of the whole at night. */
  lastCheck: question('audit.view').output(
    z
      .object({
        at: z.number(),
        isOfAll: z.boolean(),
        whole: z.boolean(),
        entries: z.number(),
        head: z.string(),
        brokenAt: z.number().nullable(),
        because: z.string().nullable(),
      })
      .nullable(),
  ),
  /** Checks the whole chain as long work. */
  verify: act('audit.view')
    .input(actInput({}))
    .output(z.object({ workId: field.id('work') })),
};

/** The sample: an office of its own to try with, beside the real books and never among them. */
export const sampleContract = {
  status: question('anyone').output(
    z.object({
      /** Whether this call is in the sample. */
      isHere: z.boolean(),
      exists: z.boolean(),
      /** Whether the caller may load it now. */
      mayLoad: z.boolean(),
      /** Whether an older version has mixed a sample into these books; such a one cannot be removed. */
      isMixedIn: z.boolean(),
    }),
  ),
  /** Loads the sample as long work; its people sign in with the password told in the result. */
  load: act('anyone')
    .input(actInput({ size: z.enum(['small', 'full']) }))
    .output(z.object({ workId: field.id('work') })),
  /** Removes the sample with everything that was tried out in it. The real books stay as they are. */
  remove: act('sample.manage')
    .input(actInput({ confirm: z.literal('REMOVE SAMPLE') }))
    .output(z.object({})),
};
