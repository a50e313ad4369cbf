import { z } from 'zod';
import { listPaperBounds } from '../domain/list-paper.ts';
import { paperKinds } from '../nouns/index.ts';
import * as field from './fields.ts';
import { shownColumns } from './lists.ts';
import { act, actInput, question } from './procedures.ts';
import { monthScope } from './stock.contract.ts';

const paper = { kind: z.enum(paperKinds), documentId: field.id(), language: z.enum(['zh-CN', 'en']) };

const listPaper = z
  .strictObject({
    /** The list by the name under which the screen remembers it: 'customers', 'reports/open'. */
    list: z.string().regex(/^[a-z][a-zA-Z/-]{0,59}$/),
    title: field.requiredLine(60),
    /** What the list is filtered by and ordered by, in words. */
    filter: field.line(300),
    order: field.line(100),
    /** Whether the list goes on after these rows. */
    isCut: z.boolean(),
    columns: z
      .array(
        z.strictObject({
          label: field.line(60),
          align: z.enum(['left', 'right']),
          /** How wide it is, in relation to the others. */
          width: z.number().min(1).max(10_000),
        }),
      )
      .min(1)
      .max(listPaperBounds.columns),
    /** As many cells a row as there are columns. */
    rows: z
      .array(z.array(field.prose(listPaperBounds.cellCharacters)).max(listPaperBounds.columns))
      .max(listPaperBounds.rows),
    language: paper.language,
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), { path: ['rows'] });

/**
 * Every paper of the house, by one machinery. Prints are counted, and a print that was refused is kept too. Each takes the
 * permission to see the record that the paper shows.
 */
export const papersContract = {
  /** The paper as it would be printed now, marked as a preview; counts nothing. */
  preview: question('papers.print').input(z.strictObject(paper)).output(field.pdf()),
  /** The paper to be printed: counted, with its ordinal, and from the second one on with the mark of a reprint. */
  print: act('papers.print')
    .input(actInput(paper))
    .output(z.object({ printId: field.id('print'), ordinal: z.number() })),
  /** The characters of the paper that no font has: they are printed as 〓, and it is better to know before. */
  missingCharacters: question('papers.print')
    .input(z.strictObject(paper))
    .output(z.object({ characters: z.array(z.string()) })),
  /**
   * The PDF of a print that was counted: the same bytes at any later time, whatever became of the document. For those who
   * may see the record.
   */
  printed: question('signedIn')
    .input(z.strictObject({ printId: field.id('print') }))
    .output(field.pdf()),
  /** A list as it stands on a screen. It is no document and has no ordinal; the audit trail holds who took it out. */
  list: question('papers.print').input(listPaper).output(field.pdf()),
  /** The whole in-out-stock statement of a month, with its sums and places, in the columns shown; for those who may see the ledger. */
  month: question('papers.print')
    .input(z.strictObject({ ...monthScope, columns: shownColumns(), language: paper.language }))
    .output(field.pdf()),
  /** Who printed a document and when, and who was not allowed to; of each paper for those who may see its record. */
  prints: question('signedIn')
    .input(z.strictObject({ documentId: field.id() }))
    .output(
      z.array(
        z.object({
          id: field.id('print'),
          paperKind: z.enum(paperKinds),
          documentNumber: z.string(),
          ordinal: z.number(),
          refused: z.boolean(),
          refusedBecause: z.string(),
          personName: z.string(),
          at: z.number(),
          /** Whether it can be had again as it was printed; false for a refused one, and for those before prints were kept. */
          kept: z.boolean(),
          /** The characters that no font had and that stand on it as 〓. */
          missingCharacters: z.array(z.string()),
        }),
      ),
    ),
};
