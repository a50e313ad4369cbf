import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { auditVerdict, loadedSample } from './audit.contract.ts';
import * as field from './fields.ts';
import { act, actInput, question } from './procedures.ts';
import { ledgerCheck } from './stock.contract.ts';

/** Records that a commit changed. */
export const changeBatch = z.object({ changes: z.array(z.object({ kind: z.string(), id: z.string() })) });

/** What changed, as it happens; the page refreshes what it shows. The first batch is empty and says: connected. */
export const changesContract = {
  watch: question('signedIn').output(eventIterator(changeBatch)),
};

const course = {
  id: field.id('work'),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  /** The code of the refusal it ended with. */
  error: z.string().nullable(),
};

/** Where a piece of long work stands; `result` is what it ended with once its state is `done`. */
export const workState = z.discriminatedUnion('kind', [
  z.object({ ...course, kind: z.literal('audit.verify'), result: auditVerdict.nullable() }),
  z.object({ ...course, kind: z.literal('stock.check'), result: ledgerCheck.nullable() }),
  z.object({ ...course, kind: z.literal('sample.load'), result: loadedSample.nullable() }),
]);

const work = z.strictObject({ id: field.id('work') });

/** Long work: how far it is, and the way to stop it. */
export const workContract = {
  /** Where it stands now, for programs that ask again instead of reading a stream of events. */
  get: question('anyone').input(work).output(workState),
  watch: question('anyone').input(work).output(eventIterator(workState)),
  cancel: act('anyone')
    .input(actInput({ id: field.id('work') }))
    .output(z.object({})),
};
