import { and, eq, max } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/actor.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { serviceReports } from '../service-reports/service-reports.tables.ts';
import { fillPaper } from './paper-data.queries.ts';
import { prints } from './printing-queue.tables.ts';

/** A paper somebody asks for. */
export interface WantedPaper {
  readonly kind: PaperKind;
  readonly documentId: string;
  readonly language: Language;
}

/** Counts a print: from the second one on the paper says that it is a reprint. Refuses what may not be printed yet. */
export async function countPrint(tx: WriteTx, input: WantedPaper): Promise<{ printId: string; ordinal: number }> {
  const { kind, documentId, language } = input;
  const paper = await fillPaper(tx, kind, documentId, language);
  const [last] = await tx.db
    .select({ ordinal: max(prints.ordinal) })
    .from(prints)
    .where(and(eq(prints.documentId, documentId), eq(prints.paperKind, kind)));
  const ordinal = (last?.ordinal ?? 0) + 1;
  const printId = newId<'print'>(tx.now);
  await tx.db.insert(prints).values({
    id: printId, paperKind: kind, documentId, documentNumber: paper.number, ordinal, refused: false, refusedBecause: '', contentHash: paper.contentHash, language,
    personId: tx.actor.personId, personName: tx.actor.name, at: tx.now,
  });
  if (kind === 'service-report') await noteOnReport(tx, documentId, ordinal, paper.contentHash);
  await recordAudit(tx, { act: 'papers.print', subjectKind: 'print', subjectId: printId, after: { kind, documentId, number: paper.number, ordinal } });
  return { printId, ordinal };
}

/** Keeps a print that was refused: who tried, when, and why it was not allowed. */
export async function recordRefusedPrint(tx: WriteTx, input: WantedPaper, because: string): Promise<void> {
  const id = newId<'print'>(tx.now);
  await tx.db.insert(prints).values({
    id, paperKind: input.kind, documentId: input.documentId, documentNumber: '', ordinal: 0, refused: true, refusedBecause: because, contentHash: '', language: input.language,
    personId: tx.actor.personId, personName: tx.actor.name, at: tx.now,
  });
  await recordAudit(tx, { act: 'papers.refusedPrint', subjectKind: 'print', subjectId: id, after: { kind: input.kind, documentId: input.documentId, because } });
}

async function noteOnReport(tx: WriteTx, reportId: string, ordinal: number, contentHash: string): Promise<void> {
  await tx.db
    .update(serviceReports)
    .set({ printCount: ordinal, printedHash: contentHash, ...(ordinal === 1 ? { firstPrintedAt: tx.now } : {}) })
    .where(eq(serviceReports.id, reportId));
  tx.changes.push({ kind: 'report', id: reportId });
}
