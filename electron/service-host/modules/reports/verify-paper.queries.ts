import { and, desc, eq, like } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { printedPapers, prints } from '../../schema/papers.tables.ts';
import { paperHashes, signatureOf } from './paper-hashes.rules.ts';
import { linesOf } from './report-lines.queries.ts';
import { holdsAsSealed, isIntact, readPaperMark } from './reports.rules.ts';
import { serviceReports } from '../../schema/reports.tables.ts';
import { approvedSupplements } from './supplements.queries.ts';

type Report = typeof serviceReports.$inferSelect;

/** What is said of a paper of which nothing is known. */
const unknown = {
  reportId: null,
  number: '',
  genuine: false,
  current: false,
  lackingSupplements: 0,
  coversSignature: false,
  isSigned: false,
  changedInBooks: false,
  scanId: null,
  prints: [],
};

/**
 * Compares number and check code of a paper with the prints that were counted here, and with what the program holds now.
 * It is genuine when such a paper was printed, and current when the report still says the same. Neither is told of a paper
 * that was altered around its code: the prints that carried the code are named, for the eye to compare.
 */
export async function verifyPaper(tx: ReadTx, input: { readonly qrText: string }) {
  const mark = readPaperMark(input.qrText);
  if (!mark) return unknown;
  const [report] = await tx.db.select().from(serviceReports).where(eq(serviceReports.number, mark.number));
  if (!report) return { ...unknown, number: mark.number };
  const approved = await approvedSupplements(tx, report.id);
  const { contentHash } = report;
  const known = paperHashes({ contentHash, signature: signatureOf(report), approved });
  const found = contentHash === '' ? undefined : known.findLast(({ hash }) => hash.startsWith(mark.hash));
  const carried = await printsWith(tx, report.id, mark.hash);
  const asSealed = await saysWhatWasSealed(tx, report);
  const holds = found !== undefined && carried.length > 0 && report.state !== 'void' && asSealed;
  const lacking = found === undefined ? 0 : approved.length - found.supplements;
  return {
    reportId: report.id,
    number: report.number,
    genuine: carried.length > 0,
    current: holds && lacking === 0,
    lackingSupplements: holds ? lacking : 0,
    coversSignature: found?.coversSignature ?? false,
    isSigned: report.signedAt !== null,
    changedInBooks: report.sealedContent !== null && !asSealed,
    scanId: report.scanId,
    prints: carried,
  };
}

async function saysWhatWasSealed(tx: ReadTx, report: Report): Promise<boolean> {
  if (report.sealedContent === null || !isIntact(report)) return false;
  return holdsAsSealed({ ...report, lines: await linesOf(tx, report.id) }, report.sealedContent);
}

/** The counted prints that carried a code beginning like this, newest first. */
async function printsWith(tx: ReadTx, reportId: string, hash: string) {
  const rows = await tx.db
    .select({ print: prints, printId: printedPapers.printId })
    .from(prints)
    .leftJoin(printedPapers, eq(printedPapers.printId, prints.id))
    .where(
      and(
        eq(prints.documentId, reportId),
        eq(prints.paperKind, 'service-report'),
        eq(prints.refused, false),
        // The mark holds nothing but hexadecimal digits.
        like(prints.contentHash, `${hash}%`),
      ),
    )
    .orderBy(desc(prints.ordinal))
    .limit(20);
  return rows.map(({ print: { id, ordinal, personName, at }, printId }) => ({
    id,
    ordinal,
    personName,
    at,
    kept: printId !== null,
  }));
}
