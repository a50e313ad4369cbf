import { and, eq } from 'drizzle-orm';
import { assertNever } from '#shared/domain/assert.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { Permission } from '#shared/nouns/index.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from '../../database/database.ts';
import type { PaperDefinition } from '../../printing/layout/paper-definition.ts';
import { unpackDefinition } from '../../printing/packed-definition.ts';
import { attachments } from '../../schema/attachments.tables.ts';
import { lookAtPaper } from './paper-looks.queries.ts';
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
 * A print that was counted, as it was printed, whatever became of its document. It may be seen by whoever may print, and
 * by whoever may see the record. Refuses PRINT_NOT_KEPT for a print counted before prints were kept.
 */
export async function keptPrint(tx: ReadTx, input: { readonly printId: string }): Promise<KeptPrint> {
  const [found] = await tx.db
    .select({ print: prints, paper: printedPapers, sha256: attachments.sha256 })
    .from(prints)
    .leftJoin(printedPapers, eq(printedPapers.printId, prints.id))
    .leftJoin(attachments, eq(attachments.id, printedPapers.pdfAttachmentId))
    .where(and(eq(prints.id, input.printId), eq(prints.refused, false)));
  if (!found) return refuse('NOT_FOUND', { kind: 'print' });
  const { print, paper, sha256 } = found;
  refuseUnlessMaySee(tx.actor, print.paperKind);
  if (!paper) return refuse('PRINT_NOT_KEPT', { number: print.documentNumber, ordinal: print.ordinal });
  return {
    printId: print.id,
    fileName: paper.fileName,
    definition: unpackDefinition(paper.packedDefinition),
    logoAttachmentId: paper.logoAttachmentId,
    sha256: sha256 ?? undefined,
    look: await lookAtPaper(tx, print.paperKind, print.documentId),
  };
}

function refuseUnlessMaySee({ permissions }: Actor, kind: PaperKind): void {
  const permission = permissionToSee(kind);
  if (!permissions.has('papers.print') && !permissions.has(permission))
    refuse('NOT_PERMITTED', { permission });
}

function permissionToSee(kind: PaperKind): Permission {
  switch (kind) {
    case 'contact-record':
      return 'contacts.view';
    case 'warranty-judgement':
      return 'warranty.view';
    case 'requisition':
    case 'pick-list':
    case 'issue-slip':
      return 'requisitions.view';
    case 'old-part-tag':
      return 'oldParts.view';
    case 'receipt':
      return 'stock.view';
    case 'service-report':
      return 'reports.view';
    default:
      return assertNever(kind);
  }
}
