import { newId, type Id } from '#shared/domain/ids.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import type { WriteTx } from '../../database/database.ts';
import { packDefinition } from '../../printing/packed-definition.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';
import type { CountedPrint, Paper } from './paper.ts';
import { fillPaper, printsOf, setPaper, type House, type Wanted } from './set-paper.queries.ts';

/**
 * Counts a print, and keeps what it says: from the second one on the paper says that it is a reprint. Refuses what may
 * not be printed yet. What the document notes of its print is written by who counts it: `paper.notePrinted`.
 */
export async function countPrint(
  tx: WriteTx,
  paper: Paper<PaperKind>,
  wanted: Wanted,
  house: House,
): Promise<CountedPrint> {
  const { kind } = paper;
  const { documentId, language } = wanted;
  const filled = await fillPaper(tx, paper, wanted);
  const earlier = await printsOf(tx, paper, documentId);
  const ordinal = (earlier.at(-1)?.ordinal ?? 0) + 1;
  const set = await setPaper(tx, paper, filled, { language, house }, { ordinal, earlier, isPreview: false });
  const printId = newId<'print'>(tx.now);
  await tx.db.insert(prints).values({
    id: printId,
    paperKind: kind,
    documentId,
    documentNumber: filled.number,
    ordinal,
    refused: false,
    refusedBecause: '',
    contentHash: filled.contentHash,
    language,
    personId: tx.actor.personId,
    personName: tx.actor.name,
    at: tx.now,
  });
  await tx.db.insert(printedPapers).values({
    printId,
    fileName: set.fileName,
    packedDefinition: packDefinition(set.definition),
    dataHash: filled.dataHash,
    // The setting is saved through a contract that takes an attachment's id.
    logoAttachmentId: set.logoAttachmentId as Id<'attachment'> | null,
    missingCharacters: '',
  });
  await recordAudit(tx, {
    act: 'papers.print',
    subjectKind: 'print',
    subjectId: printId,
    after: { kind, documentId, number: filled.number, ordinal },
  });
  return { printId, ordinal, contentHash: filled.contentHash };
}

/** Keeps a print of a known document that the rules refused: who tried, when, and why it was not allowed. */
export async function recordRefusedPrint(
  tx: WriteTx,
  paper: Paper<PaperKind>,
  { documentId, language }: Wanted,
  because: string,
): Promise<void> {
  const { kind } = paper;
  const documentNumber = await paper.numberOf?.(tx, documentId);
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
  tx.changes.push({ kind: paper.of, id: documentId });
}
