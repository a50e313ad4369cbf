import { eq } from 'drizzle-orm';
import { newId, type Id } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { packDefinition } from '../../printing/packed-definition.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { receipts } from '../../schema/stock.tables.ts';
import { notePrinted } from '../reports/report-prints.service.ts';
import { fillPaper } from './paper-data.queries.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';
import { dataHashOf, printsOf, setPaper } from './set-paper.queries.ts';

/** A paper somebody asks for. */
export interface WantedPaper {
  readonly kind: PaperKind;
  readonly documentId: string;
  readonly language: Language;
}

/**
 * Counts a print, and keeps what it says: from the second one on the paper says that it is a reprint. Refuses what may
 * not be printed yet.
 */
export async function countPrint(
  tx: WriteTx,
  input: WantedPaper,
): Promise<{ printId: string; ordinal: number }> {
  const { kind, documentId, language } = input;
  const paper = await fillPaper(tx, kind, documentId, language);
  const earlier = await printsOf(tx, documentId, kind);
  const ordinal = (earlier.at(-1)?.ordinal ?? 0) + 1;
  const set = await setPaper(tx, paper, language, { ordinal, earlier, isPreview: false });
  const printId = newId<'print'>(tx.now);
  await tx.db.insert(prints).values({
    id: printId,
    paperKind: kind,
    documentId,
    documentNumber: paper.number,
    ordinal,
    refused: false,
    refusedBecause: '',
    contentHash: paper.contentHash,
    language,
    personId: tx.actor.personId,
    personName: tx.actor.name,
    at: tx.now,
  });
  await tx.db.insert(printedPapers).values({
    printId,
    fileName: set.fileName,
    packedDefinition: packDefinition(set.definition),
    dataHash: dataHashOf(paper),
    // The setting is saved through a contract that takes an attachment's id.
    logoAttachmentId: set.logoAttachmentId as Id<'attachment'> | null,
    missingCharacters: '',
  });
  if (kind === 'service-report') await notePrinted(tx, documentId, ordinal, paper.contentHash);
  await recordAudit(tx, {
    act: 'papers.print',
    subjectKind: 'print',
    subjectId: printId,
    after: { kind, documentId, number: paper.number, ordinal },
  });
  return { printId, ordinal };
}

/** Keeps a print of a known document that the rules refused: who tried, when, and why it was not allowed. */
export async function recordRefusedPrint(tx: WriteTx, input: WantedPaper, because: string): Promise<void> {
  const { kind, documentId, language } = input;
  const documentNumber = await numberOfRefusable(tx, kind, documentId);
  if (documentNumber === undefined) return;
  const id = newId<'print'>(tx.now);
  await tx.db.insert(prints).values({
    id,
    paperKind: kind,
    documentId,
    documentNumber,
    ordinal: 0,
    refused: true,
    refusedBecause: because,
    contentHash: '',
    language,
    personId: tx.actor.personId,
    personName: tx.actor.name,
    at: tx.now,
  });
  await recordAudit(tx, {
    act: 'papers.refusedPrint',
    subjectKind: 'print',
    subjectId: id,
    after: { kind, documentId, number: documentNumber, because },
  });
  if (kind === 'service-report') tx.changes.push({ kind: 'report', id: documentId });
}

/** The number of a document whose paper the rules can refuse; undefined for any other, and for one nobody knows. */
async function numberOfRefusable(
  tx: WriteTx,
  kind: PaperKind,
  documentId: string,
): Promise<string | undefined> {
  const table = refusable[kind];
  if (!table) return undefined;
  const [found] = await tx.db.select({ number: table.number }).from(table).where(eq(table.id, documentId));
  return found?.number;
}

const refusable: Readonly<
  Partial<Record<PaperKind, typeof serviceReports | typeof requisitions | typeof receipts>>
> = {
  'service-report': serviceReports,
  'pick-list': requisitions,
  requisition: requisitions,
  receipt: receipts,
};
