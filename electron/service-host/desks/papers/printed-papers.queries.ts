import { and, eq } from 'drizzle-orm';
import type { Look } from '#shared/domain/looks.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import type { PaperDefinition } from '../../printing/layout/paper-definition.ts';
import { unpackDefinition } from '../../printing/packed-definition.ts';
import { attachments } from '../../schema/attachments.tables.ts';
import { refuseUnlessMaySee } from '../may-see.ts';
import type { Papers } from './paper.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';

/** A counted print as it is kept. */
export interface KeptPrint {
  readonly printId: string;
  readonly fileName: string;
  readonly definition: PaperDefinition;
  readonly logoAttachmentId: string | null;
  /** Hash of the PDF in the store; undefined until it was handed out for the first time. */
  readonly sha256: string | undefined;
  readonly look: Look | undefined;
}

/**
 * A print that was counted, as it was printed, whatever became of its document. It may be seen by whoever may see
 * the record. Refuses PRINT_NOT_KEPT for a print counted before prints were kept.
 */
export async function keptPrint(
  tx: ReadTx,
  papers: Papers,
  input: { readonly printId: string },
): Promise<KeptPrint> {
  const [found] = await tx.db
    .select({ print: prints, paper: printedPapers, sha256: attachments.sha256 })
    .from(prints)
    .leftJoin(printedPapers, eq(printedPapers.printId, prints.id))
    .leftJoin(attachments, eq(attachments.id, printedPapers.pdfAttachmentId))
    .where(and(eq(prints.id, input.printId), eq(prints.refused, false)));
  if (!found) return refuse('NOT_FOUND', { kind: 'print' });
  const { print, paper, sha256 } = found;
  const { of, look } = papers[print.paperKind];
  refuseUnlessMaySee(tx.actor, of);
  if (!paper) return refuse('PRINT_NOT_KEPT', { number: print.documentNumber, ordinal: print.ordinal });
  return {
    printId: print.id,
    fileName: paper.fileName,
    definition: unpackDefinition(paper.packedDefinition),
    logoAttachmentId: paper.logoAttachmentId,
    sha256: sha256 ?? undefined,
    look: await look?.(tx, print.documentId),
  };
}
