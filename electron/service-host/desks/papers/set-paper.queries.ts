import { asc, eq, and } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import type { ReadTx } from '../../database/database.ts';
import { wordingOf, type PaperContext } from '../../printing/documents/paper-context.ts';
import type { PaperDefinition } from '../../printing/layout/paper-definition.ts';
import { refuseUnlessMaySee } from '../may-see.ts';
import type { FilledPaper, Paper } from './paper.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';

/** A paper of which only the firm's logo is missing: that lies in the store of attachments, not in the books. */
export interface SetPaper {
  readonly fileName: string;
  readonly logoAttachmentId: string | null;
  readonly definition: PaperDefinition;
}

/** Whose papers they are: the names on them, and the picture in their head. */
export interface House extends Pick<PaperContext, 'firm' | 'timeZone'> {
  readonly logoAttachmentId: string | null;
}

/** A document whose paper somebody asks for, and the language of it. */
export interface Wanted {
  readonly documentId: string;
  readonly language: Language;
}

/** A print that was counted before, as far as the next one speaks of it. */
export interface EarlierPrint {
  readonly ordinal: number;
  readonly at: number;
  readonly personName: string;
  readonly language: string;
  /** Null for a print of which nothing was kept. */
  readonly dataHash: string | null;
}

/** Which print of the document it is, and the prints before it, the first one first. */
export interface PrintFacts {
  readonly ordinal: number;
  readonly earlier: readonly EarlierPrint[];
  readonly isPreview: boolean;
}

/** Fills a paper for somebody who may see its record. Refuses NOT_PERMITTED, and whatever the facts of the paper refuse. */
export async function fillPaper(
  tx: ReadTx,
  paper: Paper,
  { documentId, language }: Wanted,
): Promise<FilledPaper> {
  refuseUnlessMaySee(tx.actor, paper.of);
  return paper.fill(tx, documentId, language);
}

/** The names that the copies of a paper have as long as the firm has not chosen its own; none for a single copy. */
export function usualCopies(
  { copies = [] }: Pick<Paper, 'copies'>,
  context: Pick<PaperContext, 'language' | 'wording'>,
): readonly string[] {
  const words = wordingOf(context);
  return copies.map((word) => words[word]);
}

/** Sets a filled paper with the names of firm and person, as it is printed at this moment. */
export async function setPaper(
  tx: ReadTx,
  paper: Paper,
  filled: FilledPaper,
  { language, house: { logoAttachmentId, ...house } }: { readonly language: Language; readonly house: House },
  { ordinal, earlier, isPreview }: PrintFacts,
): Promise<SetPaper> {
  const [first] = earlier;
  const context: PaperContext = {
    language,
    ...house,
    copies: await copiesOf(tx, paper, language),
    print: {
      ordinal,
      printedAt: tx.now,
      printedBy: tx.actor.name,
      isPreview,
      ...(first && ordinal > 1
        ? {
            firstPrintedAt: first.at,
            firstPrintedBy: first.personName,
            stateName: filled.stateName ?? '',
            ...comparedWith(earlier, language, filled.dataHash),
          }
        : {}),
    },
    // A preview that somebody keeps must not pass for a print: its code would be found genuine.
    ...(isPreview
      ? { qrComesWithPrint: filled.qrText !== undefined }
      : { checkCode: filled.checkCode, qrText: filled.qrText }),
  };
  return { fileName: `${filled.number}.pdf`, logoAttachmentId, definition: filled.draw(context) };
}

/** The counted prints of a document, the first one first. */
export async function printsOf(
  tx: ReadTx,
  { kind }: Paper<PaperKind>,
  documentId: string,
): Promise<readonly EarlierPrint[]> {
  return tx.db
    .select({
      ordinal: prints.ordinal,
      at: prints.at,
      personName: prints.personName,
      language: prints.language,
      dataHash: printedPapers.dataHash,
    })
    .from(prints)
    .leftJoin(printedPapers, eq(printedPapers.printId, prints.id))
    .where(and(eq(prints.documentId, documentId), eq(prints.paperKind, kind), eq(prints.refused, false)))
    .orderBy(asc(prints.ordinal));
}

/** The newest earlier print in the same words, and whether this one says anything else. */
function comparedWith(earlier: readonly EarlierPrint[], language: Language, dataHash: string) {
  const last = earlier.findLast((print) => print.language === language && print.dataHash !== null);
  return last ? { comparedOrdinal: last.ordinal, saysTheSame: last.dataHash === dataHash } : {};
}

/** The names the firm gave the copies; as long as it gave none, the usual ones. */
async function copiesOf(tx: ReadTx, paper: Paper, language: Language): Promise<readonly string[]> {
  const chosen = (await paper.firmsCopies?.(tx)) ?? [];
  return chosen.length > 0 ? chosen : usualCopies(paper, { language });
}
