import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import * as field from './fields.ts';
import { act, actInput, question } from './procedures.ts';

/** Records that a commit changed. */
export const changeBatch = z.object({ changes: z.array(z.object({ kind: z.string(), id: z.string() })) });

/** What changed, as it happens; the page refreshes what it shows. The first batch is empty and says: connected. */
export const changesContract = {
  watch: question('signedIn').output(eventIterator(changeBatch)),
};

/** Where a piece of long work stands. */
export const workState = z.object({
  id: field.id<'work'>(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  result: z.unknown(),
  error: z.string().nullable(),
});

/** Long work: how far it is, and the way to stop it. */
export const workContract = {
  watch: question('anyone')
    .input(z.strictObject({ id: field.id<'work'>() }))
    .output(eventIterator(workState)),
  cancel: act('anyone')
    .input(actInput({ id: field.id<'work'>() }))
    .output(z.object({})),
};
