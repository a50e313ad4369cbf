import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '#host/printing/documents/index.ts';
import { openPaperRenderer } from '#host/printing/render-paper.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { rounded, summary, timesOf } from './measure.ts';
import { postOnce, stockedPart } from './postings.ts';

/** A report of one page, with the words that such reports have. */
const report = documents['service-report'](
  {
    number: 'FB202611-0131',
    caseNumber: 'FW202611-0424',
    customerName: '市第二公交公司',
    contactPersonName: '周师傅',
    telephone: '138 0133 4410',
    plate: '粤B·3K721D',
    model: 'ZK6126HG',
    serialNumber: 'LZYTAGBW6M1034172',
    saleDay: '2024-12-21',
    mileageKm: 186_400,
    warrantyJudgement: '三包内 3.2',
    arrivedAt: 1_795_307_200_000,
    finishedAt: 1_795_317_100_000,
    technicians: [
      { name: '李志强', inCharge: true },
      { name: '周建国', inCharge: false },
    ],
    symptom: '起步后水温高报警',
    cause: '水泵叶轮轴封漏水',
    work: '更换水泵总成、节温器，试车正常',
    faultPlaceOpenedBefore: false,
    lines: [
      {
        partNumber: '1307010-A12',
        partName: '水泵总成',
        quantity: 1000,
        unitName: '件',
        reason: '轴封漏水',
        oldPartTagNumber: 'JJ202611-0051',
      },
    ],
    compensation: '',
    feeFen: 0,
    feeLines: [],
    customerRemarks: '',
    supplements: [],
  },
  {
    language: 'zh-CN',
    firm: { name: '江南客车股份有限公司', department: '售后服务部', telephone: '400-820-0000', address: '' },
    timeZone: 'Asia/Shanghai',
    copies: [],
    print: { ordinal: 1, printedAt: 1_795_317_460_000, printedBy: '李志强' },
    checkCode: '7F3A-19C2-5E80',
    qrText: 'SHD|FB202611-0131|7f3a19c25e80',
  },
);

/** A one-page paper, first and warm, and what twenty papers do to postings meanwhile. */
export async function benchPapers(): Promise<Record<string, unknown>> {
  const renderer = openPaperRenderer();
  const first = await timesOf(1, () => renderer.renderPaper(report));
  const warm = await timesOf(30, () => renderer.renderPaper(report));
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const database = await openDatabase({ engine: 'sqlite', file: join(folder, 'books.db') });
  const place = await stockedPart(database);
  await timesOf(300, () => postOnce(database, place));
  const alone = await timesOf(1000, () => postOnce(database, place));
  let printing = true;
  const papers = Promise.all(Array.from({ length: 20 }, () => renderer.renderPaper(report))).then(
    () => (printing = false),
  );
  const times: number[] = [];
  while (printing) {
    times.push((await timesOf(1, () => postOnce(database, place))).worst);
    // Postings come from outside, one event each; without a turn of the loop no paper would ever be handed over.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await papers;
  const during = summary(times);
  await database.close();
  await renderer.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    'one page, first (ms)': first.worst,
    'one page, warm (ms)': warm,
    'a posting alone (ms)': alone,
    'a posting while 20 papers print (ms)': during,
    'p95 while printing / alone': rounded(during.p95 / alone.p95),
  };
}
