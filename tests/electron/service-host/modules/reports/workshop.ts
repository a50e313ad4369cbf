import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { Refusal, type RefusalCode } from '#shared/contract/refusals.ts';
import type { WriteTx } from '#host/database/database.ts';
import { addAttachment } from '#host/desks/attachments/attachments.service.ts';
import { countPrint } from '#host/desks/papers/papers.service.ts';
import { notePrinted } from '#host/modules/reports/report-prints.service.ts';
import { reportFacts, serviceReport } from '#host/modules/reports/reports.paper.ts';
import { houseOf } from '#host/modules/settings/house.queries.ts';
import { signReport } from '#host/modules/reports/report-signing.service.ts';
import { listReports, reportDetail } from '#host/modules/reports/reports.queries.ts';
import { draftReport, editReport, finishReport } from '#host/modules/reports/reports.service.ts';
import { serviceReports } from '#host/schema/reports.tables.ts';
import type { Books } from '#tests/support/books.ts';
import type { Shop } from '../requisitions/parts-shop.ts';

export const hourMs = 3_600_000;

type Fields = Parameters<typeof editReport>[1];
export interface Saved {
  readonly id: string;
  readonly version: number;
  readonly number: string;
}

/** Begins a report on the case of the shop, as its technician. */
export async function drafted(books: Books, shop: Pick<Shop, 'caseId'>): Promise<Saved> {
  return books.write((tx) => draftReport(tx, { caseId: shop.caseId }), books.actors.technician);
}

/** Fills a draft in with a finished piece of work without parts, or with what is given, as the technician. */
export async function filledIn(books: Books, draft: Saved, over: Partial<Fields> = {}): Promise<Saved> {
  const noPartsReplaced = (over.lines ?? []).length === 0;
  const fields = {
    id: draft.id,
    version: draft.version,
    technicianIds: [books.actors.technician.personId ?? ''],
    mileageKm: 186_400,
    operatingHours: null,
    arrivedAt: books.now() - 3 * hourMs,
    finishedAt: books.now() - hourMs,
    symptom: '起步后水温高报警',
    cause: '水泵轴封漏水',
    work: '更换水泵总成，试车 20 km 水温 84 ℃',
    faultPlaceOpenedBefore: false,
    noPartsReplaced,
    feeFen: 0,
    partsFeeFen: 0,
    labourFeeFen: 0,
    travelFeeFen: 0,
    compensation: '',
    satisfaction: null,
    customerRemarks: '',
    lines: [],
    ...over,
  };
  return books.write((tx) => editReport(tx, fields), books.actors.technician);
}

/** A report that was finished, with the fields given. */
export async function finished(
  books: Books,
  shop: Pick<Shop, 'caseId'>,
  over: Partial<Fields> = {},
): Promise<Saved> {
  const edited = await filledIn(books, await drafted(books, shop), over);
  return books.write((tx) => finishReport(tx, edited), books.actors.technician);
}

/** Prints a report, counted. */
export async function printed(books: Books, report: { readonly id: string }) {
  return books.write(async (tx) => {
    const wanted = { documentId: report.id, language: 'zh-CN' } as const;
    const print = await countPrint(tx, serviceReport, wanted, await houseOf(tx));
    await notePrinted(tx, report.id, print);
    return print;
  });
}

/** Attaches a picture to a report as its scan; the content of the file is of no matter here. */
export async function scanOf(
  books: Books,
  report: { readonly id: string },
  mediaType: 'image/png' | 'audio/mpeg' = 'image/png',
): Promise<string> {
  const kept = { sha256: 'ab'.repeat(32), mediaType, sizeBytes: 1, fileName: 'scan.png' };
  const subject = { subjectKind: 'report', subjectId: report.id, purpose: 'scan' } as const;
  const { id } = await books.write((tx) => addAttachment(tx, kept, subject));
  return id;
}

/** What is signed with, at this moment. */
export function signature(books: Books, report: Saved, scanId: string) {
  return {
    id: report.id,
    version: report.version,
    signedAt: books.now(),
    signedBy: '周师傅',
    scanId,
    satisfaction: 'satisfied',
    customerRemarks: '修得快',
  } as const;
}

/** A report that was finished, printed, signed. */
export async function signed(
  books: Books,
  shop: Pick<Shop, 'caseId'>,
  over: Partial<Fields> = {},
): Promise<Saved> {
  const report = await finished(books, shop, over);
  await printed(books, report);
  const scanId = await scanOf(books, report);
  return books.write((tx) => signReport(tx, signature(books, report, scanId)));
}

/** The row of a report as it stands. */
export async function rowOf(books: Books, id: string) {
  const [row] = await books.read((tx) =>
    tx.db.select().from(serviceReports).where(eq(serviceReports.id, id)),
  );
  if (!row) throw new Error('the report is there');
  return row;
}

/** A report as its page shows it to somebody. */
export function pageOf(books: Books, id: string, actor?: Actor) {
  return books.read((tx) => reportDetail(tx, { id }), actor);
}

/** Expects the refusal and that the report stays as it was. */
export async function refused(
  books: Books,
  code: RefusalCode,
  id: string,
  work: (tx: WriteTx) => Promise<unknown>,
  actor: Actor = books.actors.clerk,
): Promise<Refusal['facts']> {
  const before = await pageOf(books, id, books.actors.auditor);
  const refusal = await books.write(work, actor).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: 'Refusal', code });
  expect(await pageOf(books, id, books.actors.auditor)).toEqual(before);
  // The assertion above has said so.
  return (refusal as Refusal).facts;
}

/** What the paper of a report is drawn from. */
export function paperOf(books: Books, id: string) {
  return books.read((tx) => reportFacts(tx, id, 'zh-CN'));
}

/** The list of reports, newest first. */
export async function listed(books: Books, filter: Parameters<typeof listReports>[1]['filter']) {
  const sort = { by: 'createdAt', descending: true } as const;
  return (await books.read((tx) => listReports(tx, { sort, limit: 200, filter }))).rows;
}
