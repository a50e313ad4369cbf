import { and, asc, desc, eq } from 'drizzle-orm';
import { refuse } from '#shared/contract/refusals.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { ReadTx } from '../../database/database.ts';
import { documents, usualCopies } from '../../printing/documents/index.ts';
import { listPaper, type ListPaper } from '../../printing/documents/list.ts';
import type { PaperContext } from '../../printing/documents/paper-context.ts';
import type { PaperDefinition } from '../../printing/layout/paper-definition.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import { settingsForEditing, settingsOf } from '../settings/settings.queries.ts';
import { fillPaper, type FilledPaper } from './paper-data.queries.ts';
import { lookAtPaper } from './paper-looks.queries.ts';
import type { WantedPaper } from './papers.service.ts';
import { prints } from './printing-queue.tables.ts';

/** A paper of which only the firm's logo is missing: that lies in the store of attachments, not in the books. */
export interface SetPaper {
  readonly fileName: string;
  readonly logoAttachmentId: string | null;
  make(logoDataUrl?: string): PaperDefinition;
}

/** The paper of a document, and the record at which somebody looks who sees it. */
interface DocumentPaper extends SetPaper {
  readonly look: Look | undefined;
}

/** The paper as it would be printed now, marked as a preview, so that nobody takes it for a print. Counts nothing. */
export async function previewPaper(tx: ReadTx, input: WantedPaper): Promise<DocumentPaper> {
  const paper = await fillPaper(tx, input.kind, input.documentId, input.language);
  const earlier = await printsOf(tx, input.documentId, input.kind);
  const set = await setPaper(tx, paper, input.language, {
    ordinal: (earlier.at(-1)?.ordinal ?? 0) + 1,
    printedAt: tx.now,
    printedBy: tx.actor.name,
    first: earlier[0],
    isPreview: true,
  });
  return { ...set, look: await lookAtPaper(tx, input.kind, input.documentId) };
}

/** The paper of a print that was counted. Refuses CONTENT_CHANGED when a sealed document says something else by now. */
export async function printedPaper(tx: ReadTx, input: { readonly printId: string }): Promise<DocumentPaper> {
  const [print] = await tx.db
    .select()
    .from(prints)
    .where(and(eq(prints.id, input.printId), eq(prints.refused, false)));
  if (!print) return refuse('NOT_FOUND', { kind: 'print' });
  // Written by countPrint from the contract's two languages.
  const language = print.language as Language;
  const paper = await fillPaper(tx, print.paperKind, print.documentId, language);
  if (paper.contentHash !== print.contentHash) refuse('CONTENT_CHANGED', { number: print.documentNumber });
  const earlier = await printsOf(tx, print.documentId, print.paperKind);
  const set = await setPaper(tx, paper, language, {
    ordinal: print.ordinal,
    printedAt: print.at,
    printedBy: print.personName,
    first: earlier[0],
    isPreview: false,
  });
  return { ...set, look: await lookAtPaper(tx, print.paperKind, print.documentId) };
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
    make: (logoDataUrl) => listPaper(list, { ...context, firm: { ...context.firm, logoDataUrl } }),
  };
}

/** Every print of a document, the refused ones too, newest first. */
export async function listPrints(tx: ReadTx, input: { readonly documentId: string }) {
  const rows = await tx.db
    .select()
    .from(prints)
    .where(eq(prints.documentId, input.documentId))
    .orderBy(desc(prints.at), desc(prints.id))
    .limit(200);
  return rows.map(({ id, paperKind, ordinal, refused, refusedBecause, personName, at }) => ({
    id,
    paperKind,
    ordinal,
    refused,
    refusedBecause,
    personName,
    at,
  }));
}

interface PrintFacts {
  readonly ordinal: number;
  readonly printedAt: number;
  readonly printedBy: string;
  readonly first: { readonly at: number; readonly personName: string } | undefined;
  readonly isPreview: boolean;
}

async function setPaper(
  tx: ReadTx,
  paper: FilledPaper,
  language: Language,
  print: PrintFacts,
): Promise<SetPaper> {
  const { logoAttachmentId, ...house } = await houseOf(tx);
  const context: PaperContext = {
    language,
    ...house,
    copies: await copiesOf(tx, paper.kind, language),
    print: {
      ordinal: print.ordinal,
      printedAt: print.printedAt,
      printedBy: print.printedBy,
      isPreview: print.isPreview,
      ...(print.first && print.ordinal > 1
        ? { firstPrintedAt: print.first.at, firstPrintedBy: print.first.personName }
        : {}),
    },
    // A preview that somebody keeps must not pass for a print: its code would be found genuine.
    ...(print.isPreview
      ? { qrComesWithPrint: paper.qrText !== undefined }
      : { checkCode: paper.checkCode, qrText: paper.qrText }),
  };
  return {
    fileName: `${paper.number}.pdf`,
    logoAttachmentId,
    make: (logoDataUrl) => definitionOf(paper, { ...context, firm: { ...context.firm, logoDataUrl } }),
  };
}

/** Whose paper it is. */
async function houseOf(tx: ReadTx) {
  const firm = await settingsOf(tx, 'firm');
  const { name, department, telephone, address, timeZone, logoAttachmentId } = firm;
  return { firm: { name, department, telephone, address }, timeZone, logoAttachmentId };
}

/** The names the firm gave the copies of its reports; as long as it gave none, and for all else, the usual ones. */
async function copiesOf(tx: ReadTx, kind: PaperKind, language: Language): Promise<readonly string[]> {
  const chosen = await settingsForEditing(tx, 'papers');
  const hasOwn = kind === 'service-report' && chosen.version > 0 && chosen.values.copyNames.length > 0;
  return hasOwn ? chosen.values.copyNames : usualCopies(kind, { language });
}

function definitionOf<Kind extends PaperKind>(
  paper: FilledPaper<Kind>,
  context: PaperContext,
): PaperDefinition {
  return documents[paper.kind](paper.data, context);
}

async function printsOf(tx: ReadTx, documentId: string, kind: PaperKind) {
  return tx.db
    .select({ ordinal: prints.ordinal, at: prints.at, personName: prints.personName })
    .from(prints)
    .where(and(eq(prints.documentId, documentId), eq(prints.paperKind, kind), eq(prints.refused, false)))
    .orderBy(asc(prints.ordinal));
}
