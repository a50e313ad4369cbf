import { asc, eq, and } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import type { ReadTx } from '../../database/database.ts';
import { documents, usualCopies } from '../../printing/documents/index.ts';
import type { PaperContext } from '../../printing/documents/paper-context.ts';
import type { PaperDefinition } from '../../printing/layout/paper-definition.ts';
import { settingsForEditing, settingsOf } from '../settings/settings.queries.ts';
import type { FilledPaper } from './paper-data.queries.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';

/** A paper of which only the firm's logo is missing: that lies in the store of attachments, not in the books. */
export interface SetPaper {
  readonly fileName: string;
  readonly logoAttachmentId: string | null;
  readonly definition: PaperDefinition;
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

/** Sets a filled paper with the names of firm and person, as it is printed at this moment. */
export async function setPaper(
  tx: ReadTx,
  paper: FilledPaper,
  language: Language,
  { ordinal, earlier, isPreview }: PrintFacts,
): Promise<SetPaper> {
  const { logoAttachmentId, ...house } = await houseOf(tx);
  const [first] = earlier;
  const context: PaperContext = {
    language,
    ...house,
    copies: await copiesOf(tx, paper.kind, language),
    print: {
      ordinal,
      printedAt: tx.now,
      printedBy: tx.actor.name,
      isPreview,
      ...(first && ordinal > 1
        ? {
            firstPrintedAt: first.at,
            firstPrintedBy: first.personName,
            stateName: paper.stateName ?? '',
            ...comparedWith(earlier, language, dataHashOf(paper)),
          }
        : {}),
    },
    // A preview that somebody keeps must not pass for a print: its code would be found genuine.
    ...(isPreview
      ? { qrComesWithPrint: paper.qrText !== undefined }
      : { checkCode: paper.checkCode, qrText: paper.qrText }),
  };
  return { fileName: `${paper.number}.pdf`, logoAttachmentId, definition: definitionOf(paper, context) };
}

/** Hash of what a paper is filled with; equal as long as the document says the same in this language. */
export function dataHashOf({ data }: Pick<FilledPaper, 'data'>): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex');
}

/** Whose paper it is. */
export async function houseOf(tx: ReadTx) {
  const firm = await settingsOf(tx, 'firm');
  const { name, department, telephone, address, timeZone, logoAttachmentId } = firm;
  return { firm: { name, department, telephone, address }, timeZone, logoAttachmentId };
}

/** The counted prints of a document, the first one first. */
export async function printsOf(
  tx: ReadTx,
  documentId: string,
  kind: PaperKind,
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
