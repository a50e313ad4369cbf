import { desc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';
import { listPaper, type ListPaper } from '../../printing/documents/list.ts';
import type { PaperContext } from '../../printing/documents/paper-context.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';
import { maySee, refuseUnlessMaySee } from '../may-see.ts';
import type { Paper, Papers } from './paper.ts';
import {
  fillPaper,
  printsOf,
  setPaper,
  type House,
  type SetPaper,
  type Wanted,
} from './set-paper.queries.ts';

/** The paper of a document, and the record at which somebody looks who sees it. */
interface DocumentPaper extends SetPaper {
  readonly look: Look | undefined;
}

/** The paper as it would be printed now, marked as a preview, so that nobody takes it for a print. Counts nothing. */
export async function previewPaper(
  tx: ReadTx,
  paper: Paper<PaperKind>,
  wanted: Wanted,
  house: House,
): Promise<DocumentPaper> {
  const filled = await fillPaper(tx, paper, wanted);
  const earlier = await printsOf(tx, paper, wanted.documentId);
  const ordinal = (earlier.at(-1)?.ordinal ?? 0) + 1;
  const { language } = wanted;
  const set = await setPaper(tx, paper, filled, { language, house }, { ordinal, earlier, isPreview: true });
  return { ...set, look: await paper.look?.(tx, wanted.documentId) };
}

/** A list as it stands on a screen, on paper; it is printed with the names of firm and person, and is no document. */
export async function setListPaper(
  tx: ReadTx,
  { language, ...list }: ListPaper & { readonly language: Language },
  { logoAttachmentId, ...house }: House,
): Promise<SetPaper> {
  const print = { ordinal: 1, printedAt: tx.now, printedBy: tx.actor.name };
  const context: PaperContext = { language, ...house, copies: [], print };
  return {
    // What a title says must not lead out of a folder.
    fileName: `${list.title.replace(/[\\/:*?"<>|]+/g, ' ')}.pdf`,
    logoAttachmentId,
    definition: listPaper(list, context),
  };
}

/**
 * Every print of a document, the refused ones too, newest first: of the papers whose records somebody may see. Refuses
 * NOT_PERMITTED where there are papers of the document and they may see none of them.
 */
export async function listPrints(tx: ReadTx, papers: Papers, input: { readonly documentId: string }) {
  const rows = await tx.db
    .select({ print: prints, printId: printedPapers.printId, missing: printedPapers.missingCharacters })
    .from(prints)
    .leftJoin(printedPapers, eq(printedPapers.printId, prints.id))
    .where(eq(prints.documentId, input.documentId))
    .orderBy(desc(prints.at), desc(prints.id))
    .limit(200);
  const seen = rows.filter(({ print }) => maySee(tx.actor, papers[print.paperKind].of));
  const [unseen] = seen.length === 0 ? rows : [];
  if (unseen) refuseUnlessMaySee(tx.actor, papers[unseen.print.paperKind].of);
  return seen.map(({ print, printId, missing }) => {
    const { id, paperKind, documentNumber, ordinal, refused, refusedBecause, personName, at } = print;
    return {
      id,
      paperKind,
      documentNumber,
      ordinal,
      refused,
      refusedBecause,
      personName,
      at,
      kept: printId !== null,
      missingCharacters: Array.from(missing ?? ''),
    };
  });
}
