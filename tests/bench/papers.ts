import { join } from 'node:path';
import type { Database } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { documents } from '../electron/service-host/printing/drawings.ts';
import { openPaperRenderer, type PaperRenderer } from '#host/printing/render-paper.ts';
import { inNewFolder } from './in-folder.ts';
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
    engineNumber: 'YC6L280-50',
    customerAddress: '深圳市横岗停车场',
    signedBy: '',
    approvedBy: '',
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

const rounds = 5;

/** A one-page paper, first and warm, and what twenty papers do to postings meanwhile. */
export async function benchPapers(): Promise<Record<string, unknown>> {
  const renderer = openPaperRenderer();
  const first = await timesOf(1, () => renderer.renderPaper(report));
  const warm = await timesOf(30, () => renderer.renderPaper(report));
  const whilePrinting = await inNewFolder((folder) => postingsWhilePrinting(folder, renderer));
  await renderer.close();
  return {
    'one page, first (ms)': first.worst,
    'one page, warm (ms)': warm,
    ...whilePrinting,
  };
}

/** Turn by turn alone and while papers print, so that whatever else the machine does falls on both. */
async function postingsWhilePrinting(folder: string, renderer: PaperRenderer) {
  const database = await openDatabase({ engine: 'sqlite', file: join(folder, 'books.db') });
  const place = await stockedPart(database);
  const alone: number[][] = [];
  const printed: number[][] = [];
  await postWhile(database, place, (done) => done < 1500);
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await postWhile(database, place, (done) => done < 1500));
    let printing = true;
    const papers = Promise.all(Array.from({ length: 20 }, () => renderer.renderPaper(report))).finally(
      () => (printing = false),
    );
    printed.push(await postWhile(database, place, () => printing));
    await papers;
  }
  await database.close();
  const p95s = alone.map((times) => summary(times).p95);
  const [before, during] = [summary(alone.flat()), summary(printed.flat())];
  return {
    'a posting alone (ms)': before,
    'a posting while 20 papers print (ms)': during,
    'p95 while printing / alone': rounded(during.p95 / before.p95),
    'p95 alone, highest round / lowest round': rounded(Math.max(...p95s) / Math.min(...p95s)),
  };
}

/** Posts one after the other as long as it is to go on; answers with how long each took, in milliseconds. */
async function postWhile(
  database: Database,
  place: Awaited<ReturnType<typeof stockedPart>>,
  goOn: (done: number) => boolean,
): Promise<number[]> {
  const times: number[] = [];
  while (goOn(times.length)) {
    const begin = performance.now();
    await postOnce(database, place);
    times.push(performance.now() - begin);
    // Postings come from outside, one event each; without a turn of the loop no paper would ever be handed over.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return times;
}
