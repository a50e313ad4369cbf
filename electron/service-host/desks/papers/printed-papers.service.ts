import { and, eq, isNull } from 'drizzle-orm';
import { present } from '#shared/domain/assert.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { keepBesideRecords } from '../attachments/attachments.service.ts';
import type { KeptFile } from '../attachments/attachment-store.ts';
import { attachments } from '../../schema/attachments.tables.ts';
import { printedPapers } from '../../schema/papers.tables.ts';

/**
 * Keeps the PDF of a print that is handed out for the first time; answers the hash of the PDF that holds, which is the
 * earlier one where two asked at the same moment.
 */
export async function keepPrinted(
  tx: WriteTx,
  pdf: KeptFile,
  { printId, missingCharacters }: { readonly printId: string; readonly missingCharacters: readonly string[] },
): Promise<string> {
  const earlier = await keptHash(tx, printId);
  if (earlier !== undefined) return earlier;
  const id = await keepBesideRecords(tx, pdf, { subjectKind: printSubject, subjectId: printId });
  await tx.db
    .update(printedPapers)
    .set({ pdfAttachmentId: id, missingCharacters: missingCharacters.join('') })
    .where(and(eq(printedPapers.printId, printId), isNull(printedPapers.pdfAttachmentId)));
  await recordAudit(tx, {
    act: 'papers.keep',
    subjectKind: 'print',
    subjectId: printId,
    after: { fileName: pdf.fileName, sha256: pdf.sha256 },
  });
  return pdf.sha256;
}

/** Kept PDFs stand among the attachments under this kind of subject, which no caller can name. */
export const printSubject = 'print';

async function keptHash(tx: WriteTx, printId: string): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ pdfAttachmentId: printedPapers.pdfAttachmentId, sha256: attachments.sha256 })
    .from(printedPapers)
    .leftJoin(attachments, eq(attachments.id, printedPapers.pdfAttachmentId))
    .where(eq(printedPapers.printId, printId));
  return present(row, 'the kept print').sha256 ?? undefined;
}
