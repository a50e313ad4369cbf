import { desc, eq } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { ReadTx } from '../../database/database.ts';
import { listPaper, type ListPaper } from '../../printing/documents/list.ts';
import type { PaperContext } from '../../printing/documents/paper-context.ts';
import { fillPaper } from './paper-data.queries.ts';
import { lookAtPaper } from './paper-looks.queries.ts';
import type { WantedPaper } from './papers.service.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';
import { houseOf, printsOf, setPaper, type SetPaper } from './set-paper.queries.ts';

/** The paper of a document, and the record at which somebody looks who sees it. */
interface DocumentPaper extends SetPaper {
  readonly look: Look | undefined;
}

/** The paper as it would be printed now, marked as a preview, so that nobody takes it for a print. Counts nothing. */
export async function previewPaper(tx: ReadTx, input: WantedPaper): Promise<DocumentPaper> {
  const paper = await fillPaper(tx, input.kind, input.documentId, input.language);
  const earlier = await printsOf(tx, input.documentId, input.kind);
  const ordinal = (earlier.at(-1)?.ordinal ?? 0) + 1;
  const set = await setPaper(tx, paper, input.language, { ordinal, earlier, isPreview: true });
  return { ...set, look: await lookAtPaper(tx, input.kind, input.documentId) };
}

/** A list as it stands on a screen, on paper; it is printed with the names of firm and person, and is no document. */
export async function setListPaper(
  tx: ReadTx,
  { language, ...list }: ListPaper & { readonly language: Language },
): Promise<SetPaper> {
  const print = { ordinal: 1, printedAt: tx.now, printedBy: tx.actor.name };
  const { logoAttachmentId, ...house } = await houseOf(tx);
  const context: PaperContext = { language, ...house, copies: [], print };
  return {
    // What a title says must not lead out of a folder.
    fileName: `${list.title.replace(/[\\/:*?"<>|]+/g, ' ')}.pdf`,
    logoAttachmentId,
    definition: listPaper(list, context),
  };
}

/** Every print of a document, the refused ones too, newest first. */
export async function listPrints(tx: ReadTx, input: { readonly documentId: string }) {
  const rows = await tx.db
    .select({ print: prints, printId: printedPapers.printId, missing: printedPapers.missingCharacters })
    .from(prints)
    .leftJoin(printedPapers, eq(printedPapers.printId, prints.id))
    .where(eq(prints.documentId, input.documentId))
    .orderBy(desc(prints.at), desc(prints.id))
    .limit(200);
  return rows.map(({ print, printId, missing }) => {
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
