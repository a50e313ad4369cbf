import { eq } from 'drizzle-orm';
import { Refusal } from '#shared/contract/refusals.ts';
import { addDays, dayOf, startOfDay } from '#shared/domain/days.ts';
import type { WriteTx } from '../../database/database.ts';
import { oldParts } from '../../schema/old-parts.tables.ts';
import { receiveOldPart } from '../old-parts/old-parts.service.ts';
import { countPrint } from '../../desks/papers/papers.service.ts';
import { clearLines } from '../requisitions/clearing.service.ts';
import { requisitions } from '../../schema/requisitions.tables.ts';
import { notePrinted } from '../reports/report-prints.service.ts';
import { serviceReport } from '../reports/reports.paper.ts';
import { houseOf } from '../settings/house.queries.ts';
import {
  approveReport,
  draftReport,
  editReport,
  fileReport,
  finishReport,
  signReport,
} from '../reports/reports.service.ts';
import type { Supplied } from './sample-parts-story.ts';
import { personOf, type SampleBooks } from './sample-books.ts';
import { mileageAt } from './sample-mileage.ts';
import type { Problem } from './sample-story.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Attaches the scan of a signed report. */
export type AddScan = (tx: WriteTx, reportId: string) => Promise<string>;

/** Writes, prints, signs, approves and files the report of a problem and clears its parts. Returns when all was done. */
export async function writeReport(
  books: SampleBooks,
  problem: Problem,
  supplied: Supplied | undefined,
  end: number,
  addScan: AddScan,
): Promise<number | undefined> {
  const { chance } = books;
  const arrivedAt = (supplied?.at ?? problem.calledAt) + chance.whole(4, 30) * hourMs;
  const finishedAt = arrivedAt + chance.whole(1, 5) * hourMs;
  if (!supplied && isRecent(finishedAt, end) && chance.happens(0.5)) return undefined;
  const technician = personOf(books, problem.technician);
  const sealed = await books.at(finishedAt + hourMs / 2, technician, async (tx) => {
    const draft = await draftReport(tx, { caseId: problem.caseId });
    const edited = await editReport(tx, {
      ...draft,
      technicianIds: [technician.personId ?? ''],
      // The reading is noted for the day of the finish, which may be over by now.
      mileageKm: mileageAt(problem.unit, Math.min(tx.now, endOfDay(finishedAt))),
      operatingHours: null,
      arrivedAt,
      finishedAt,
      symptom: problem.fault.symptom,
      cause: problem.fault.cause,
      work: supplied ? problem.fault.work : '检查线路与接插件，清洁紧固，试车正常',
      faultPlaceOpenedBefore: false,
      noPartsReplaced: !supplied,
      feeFen: 0,
      partsFeeFen: 0,
      labourFeeFen: 0,
      travelFeeFen: 0,
      compensation: '',
      satisfaction: null,
      customerRemarks: '',
      lines: (supplied?.lines ?? []).map((line) => ({ ...line, reason: problem.fault.cause })),
    });
    const finished = await finishReport(tx, edited);
    const wanted = { documentId: finished.id, language: 'zh-CN' } as const;
    await notePrinted(tx, finished.id, await countPrint(tx, serviceReport, wanted, await houseOf(tx)));
    return { ...finished, printedAt: tx.now };
  });
  const signedAt = Math.max(finishedAt, sealed.printedAt) + hourMs / 2;
  const backAt = signedAt + chance.whole(4, 60) * hourMs;
  // What is still missing today went out lately; older papers and parts came back in the end.
  if (isRecent(backAt, end) && chance.happens(0.2)) return undefined;
  await books.at(backAt, personOf(books, 'wangxm'), async (tx) => {
    const scanId = await addScan(tx, sealed.id);
    const satisfaction = chance.one([
      'satisfied',
      'satisfied',
      'satisfied',
      'acceptable',
      'unsatisfied',
    ] as const);
    await signReport(tx, {
      id: sealed.id,
      version: sealed.version,
      signedAt,
      signedBy: problem.unit.caller,
      scanId,
      satisfaction,
      customerRemarks: '',
    });
  });
  const approvedAt = backAt + chance.whole(2, 20) * hourMs;
  if (approvedAt > end - 8 * dayMs && chance.happens(0.5)) return undefined;
  await books.at(approvedAt, personOf(books, 'liubz'), (tx) =>
    approveReport(tx, { id: sealed.id, version: sealed.version + 1 }),
  );
  await books.at(approvedAt + dayMs, personOf(books, 'hemin'), (tx) =>
    fileReport(tx, { id: sealed.id, version: sealed.version + 2 }),
  );
  return supplied ? clearParts(books, supplied, sealed.id, approvedAt, end) : approvedAt;
}

async function clearParts(
  books: SampleBooks,
  supplied: Supplied,
  reportId: string,
  at: number,
  end: number,
): Promise<number | undefined> {
  const { chance } = books;
  const broughtAt = at + chance.whole(6, chance.happens(0.1) ? 700 : 96) * hourMs;
  if (isRecent(broughtAt, end) && chance.happens(0.3)) return undefined;
  await books.at(broughtAt, personOf(books, 'zhaogang'), async (tx) => {
    const tags = await tx.db
      .select({ number: oldParts.number })
      .from(oldParts)
      .where(eq(oldParts.requisitionId, supplied.requisitionId));
    for (const tag of tags) await receiveOldPart(tx, { scanned: tag.number, storeAccountId: null });
  });
  const clearedAt = broughtAt + chance.whole(1, 24) * hourMs;
  try {
    await books.at(clearedAt, personOf(books, 'zhaogang'), async (tx) => {
      const [found] = await tx.db
        .select({ version: requisitions.version })
        .from(requisitions)
        .where(eq(requisitions.id, supplied.requisitionId));
      await clearLines(tx, {
        id: supplied.requisitionId,
        version: found?.version ?? supplied.version,
        lines: supplied.lines.map(({ issueLineId, quantity }) => ({
          kind: 'installed' as const,
          issueLineId,
          quantity,
          reportId,
        })),
      });
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
  return clearedAt;
}

function isRecent(at: number, end: number): boolean {
  return at > end - 45 * dayMs;
}

function endOfDay(at: number): number {
  return startOfDay(addDays(dayOf(at), 1)) - 1;
}
