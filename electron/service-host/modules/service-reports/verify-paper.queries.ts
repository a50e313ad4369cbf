import { and, eq, like } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { prints } from '../printing-queue/printing-queue.tables.ts';
import { isIntact, readPaperMark } from './service-reports.rules.ts';
import { serviceReports } from './service-reports.tables.ts';

/**
 * Whether a paper with this mark was printed here with this content, and whether that is what the program holds now: a
 * paper printed before the report was written anew is genuine, but not current.
 */
export async function verifyPaper(tx: ReadTx, input: { readonly qrText: string }) {
  const mark = readPaperMark(input.qrText);
  const [report] = mark
    ? await tx.db.select().from(serviceReports).where(eq(serviceReports.number, mark.number))
    : [];
  if (!mark || !report) return { reportId: null, number: mark?.number ?? '', genuine: false, current: false };
  const isHeld = report.contentHash.startsWith(mark.hash);
  return {
    reportId: report.id,
    number: report.number,
    genuine: isHeld || (await wasPrinted(tx, report.id, mark.hash)),
    current: isHeld && report.state !== 'void' && isIntact(report),
  };
}

async function wasPrinted(tx: ReadTx, reportId: string, hash: string): Promise<boolean> {
  const [print] = await tx.db
    .select({ id: prints.id })
    .from(prints)
    .where(
      and(
        eq(prints.documentId, reportId),
        eq(prints.paperKind, 'service-report'),
        eq(prints.refused, false),
        // The mark holds nothing but hexadecimal digits.
        like(prints.contentHash, `${hash}%`),
      ),
    )
    .limit(1);
  return print !== undefined;
}
