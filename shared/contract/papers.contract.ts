import { z } from 'zod';
import { paperKinds } from '../domain/states.ts';
import * as field from './fields.ts';
import { act, actInput, question } from './procedures.ts';

const paper = { kind: z.enum(paperKinds), documentId: field.id(), language: z.enum(['zh-CN', 'en']) };

/** Every paper of the house, by one machinery. Prints are counted, and a print that was refused is kept too. */
export const papersContract = {
  /** The paper as it would be printed now, marked as a preview; counts nothing. */
  preview: question('papers.print').input(z.strictObject(paper)).output(z.file()),
  /** The paper to be printed: counted, with its ordinal, and from the second one on with the mark of a reprint. */
  print: act('papers.print')
    .input(actInput(paper))
    .output(z.object({ printId: field.id<'print'>(), ordinal: z.number() })),
  /** The PDF of a print that was counted. */
  printed: question('papers.print')
    .input(z.strictObject({ printId: field.id<'print'>() }))
    .output(z.file()),
  /** Who printed a document and when, and who was not allowed to; whoever may look at it may know. */
  prints: question('signedIn')
    .input(z.strictObject({ documentId: field.id() }))
    .output(
      z.array(
        z.object({
          id: field.id<'print'>(),
          paperKind: z.enum(paperKinds),
          ordinal: z.number(),
          refused: z.boolean(),
          refusedBecause: z.string(),
          personName: z.string(),
          at: z.number(),
        }),
      ),
    ),
};
