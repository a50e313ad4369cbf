import { and, eq, like } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { prints } from '../printing-queue/printing-queue.tables.ts';
import { isIntact, paperHashes, readPaperMark } from './service-reports.rules.ts';
import { serviceReports } from './service-reports.tables.ts';
import { approvedSupplements } from './supplements.queries.ts';

/**
 * Whether a paper with this mark was printed here with this content, and whether that is what the program holds now: a
 * paper printed before the report was written anew is genuine, but not current. Neither is one that lacks supplements
 * approved since; how many these are is told, for what it does say still holds.
 */
export async function verifyPaper(tx: ReadTx, input: { readonly qrText: string }) {
  const mark = readPaperMark(input.qrText);
  const [report] = mark
    ? await tx.db.select().from(serviceReports).where(eq(serviceReports.number, mark.number))
    : [];
  if (!mark || !report)
    return {
      reportId: null,
      number: mark?.number ?? '',
      genuine: false,
      current: false,
      lackingSupplements: 0,
    };
  const hashes = paperHashes(report.contentHash, await approvedSupplements(tx, report.id));
  const lacking = hashes.toReversed().findIndex((hash) => hash.startsWith(mark.hash));
  const holds = lacking >= 0 && report.state !== 'void' && isIntact(report);
  return {
    reportId: report.id,
    number: report.number,
    genuine: lacking >= 0 || (await wasPrinted(tx, report.id, mark.hash)),
    current: holds && lacking === 0,
    lackingSupplements: holds ? lacking : 0,
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
