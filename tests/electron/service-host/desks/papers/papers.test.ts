import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { partFields, pick } from '#shared/domain/record-fields.ts';
import { testStart } from '#tests/support/books.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { lendAsCaller } from '../../modules/tools/plain-tool.ts';
import { seePdf } from '../../printing/pdf-tools.ts';
import { documentOf, handOut, openOffice, paper, sign, writeReport, type Office } from './office.ts';
import { expectAll, textOf } from './paper-text.ts';
import { paperWords } from './paper-words.ts';

let host: TestHost;
let office: Office;
let lent: Awaited<ReturnType<typeof lendAsCaller>>;
let issued: Awaited<ReturnType<typeof handOut>>;
let report: { readonly id: string; readonly version: number; readonly number: string };

const now = testStart + 6 * 3_600_000;
const refusal = (code: string, data: object = {}) => ({ code, data: expect.objectContaining(data) });

beforeAll(async () => {
  host = await startTestHost();
  office = await openOffice(host);
  lent = await lendAsCaller(office.warehouse);
  host.pass(6 * 3_600_000);
});
afterAll(async () => {
  await host.close();
});

describe('before its time a paper is refused', () => {
  test('the pick list of a requisition nobody approved, and the print of it is on record', async () => {
    const { warehouse, asked } = office;
    const wanted = paper('pick-list', asked.id);
    await expect(warehouse.papers.preview(wanted)).rejects.toMatchObject(refusal('NOT_APPROVED'));
    await expect(warehouse.papers.print({ operationId: operation(), ...wanted })).rejects.toMatchObject(
      refusal('NOT_APPROVED', { number: asked.number }),
    );
    expect(await warehouse.papers.prints({ documentId: asked.id })).toMatchObject([
      {
        paperKind: 'pick-list',
        ordinal: 0,
        refused: true,
        refusedBecause: 'NOT_APPROVED',
        personName: 'warehouse',
      },
    ]);
  });

  test('a receipt that is not posted', async () => {
    const { warehouse, receipt } = office;
    await expect(warehouse.papers.preview(paper('receipt', receipt.id))).rejects.toMatchObject(
      refusal('WRONG_STATE', { state: 'draft' }),
    );
    await warehouse.stock.postReceipt({ operationId: operation(), ...documentOf(receipt) });
  });

  test('a service report that is not finished: refused, recorded, and nothing is counted', async () => {
    issued = await handOut(office);
    const refusedAs = async (documentId: string, code: string) => {
      const wanted = paper('service-report', documentId);
      await expect(office.clerk.papers.preview(wanted)).rejects.toMatchObject(refusal(code));
      const print = office.clerk.papers.print({ operationId: operation(), ...wanted });
      await expect(print).rejects.toMatchObject(refusal(code));
    };
    const written = await writeReport(office, now, (id) => refusedAs(id, 'REPORT_INCOMPLETE'));
    await refusedAs(written.draft.id, 'WRONG_STATE');
    report = await written.finish();
    expect(await office.clerk.papers.prints({ documentId: report.id })).toMatchObject([
      { refused: true, refusedBecause: 'WRONG_STATE', ordinal: 0 },
      { refused: true, refusedBecause: 'REPORT_INCOMPLETE', ordinal: 0 },
    ]);
    expect(await office.clerk.reports.get({ id: report.id })).toMatchObject({ printCount: 0 });
  });

  test('a document nobody knows: not found, and not on record', async () => {
    const documentId = newId();
    for (const kind of ['service-report', 'requisition', 'contact-record', 'old-part-tag'] as const) {
      const wanted = paper(kind, documentId);
      await expect(office.clerk.papers.preview(wanted)).rejects.toMatchObject(refusal('NOT_FOUND'));
      await expect(office.clerk.papers.print({ operationId: operation(), ...wanted })).rejects.toMatchObject(
        refusal('NOT_FOUND'),
      );
    }
    expect(await office.clerk.papers.prints({ documentId })).toEqual([]);
  });

  test('to those who may not print', async () => {
    const auditor = await office.as('auditor');
    await expect(auditor.papers.preview(paper('requisition', office.asked.id))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });
});

/** Every kind of paper but the pick list, with the document it is of. */
const papers: readonly [keyof typeof paperWords, () => string][] = [
  ['contact-record', () => office.contact.id],
  ['warranty-judgement', () => office.judgement.id],
  ['requisition', () => office.asked.id],
  ['issue-slip', () => issued.issueId],
  ['old-part-tag', () => issued.issueId],
  ['tool-label', () => lent.id],
  ['loan-slip', () => lent.loanId],
  ['receipt', () => office.receipt.id],
  ['service-report', () => report.id],
];

describe.each(papers)('%s', (kind, documentId) => {
  const { always, zh, en } = paperWords[kind];

  test('says what it must in Chinese and in English; a preview says that it is one and counts nothing', async () => {
    const { clerk } = office;
    const chinese = await textOf(clerk.papers.preview(paper(kind, documentId())), `${kind}-preview`);
    expectAll(chinese, [...always, ...zh]);
    expect(chinese).toContain('预览，不是正式打印');
    expect(chinese).not.toContain('首次打印');
    const english = await textOf(clerk.papers.preview(paper(kind, documentId(), 'en')), `${kind}-preview-en`);
    expectAll(
      english.toLowerCase(),
      [...always, ...en].map((word) => word.toLowerCase()),
    );
    expect(english).toContain('Previewonly');
    const counted = await clerk.papers.prints({ documentId: documentId() });
    expect(counted.filter((print) => print.paperKind === kind && !print.refused)).toEqual([]);
  });

  test('is counted: the first print, then a reprint that says so', async () => {
    const { clerk } = office;
    const printing = { operationId: operation(), ...paper(kind, documentId()) };
    const first = await clerk.papers.print(printing);
    expect(first.ordinal).toBe(1);
    // The same act sent twice is one print.
    expect(await clerk.papers.print(printing)).toEqual(first);
    const firstText = await textOf(clerk.papers.printed({ printId: first.printId }), `${kind}-1`);
    expectAll(firstText, always);
    expect(firstText).not.toContain('重印');
    expect(firstText).not.toContain('预览');

    host.pass(60_000);
    const second = await clerk.papers.print({ ...printing, operationId: operation() });
    expect(second.ordinal).toBe(2);
    expect(await textOf(clerk.papers.printed({ printId: second.printId }), `${kind}-2`)).toContain(
      '重印第1次',
    );
    // The first one still says what it said.
    expect(await textOf(clerk.papers.printed({ printId: first.printId }), `${kind}-1`)).toBe(firstText);
    const counted = (await clerk.papers.prints({ documentId: documentId() })).filter(
      (print) => print.paperKind === kind && !print.refused,
    );
    expect(counted.map((print) => print.ordinal)).toEqual([2, 1]);
  });
});

describe('the pick list', () => {
  test('names bin, part and quantity while there is something to fetch, and is refused afterwards', async () => {
    const text = seePdf(issued.pickList).texts.join('\n').replaceAll(/\s+/g, '');
    expectAll(text, [
      '拣货单',
      'LL202611-0001',
      '深圳中心库',
      'A-03-2',
      '1307010-A12',
      'GB/T 29743',
      '12.5',
      '李志强',
    ]);
    await expect(office.warehouse.papers.preview(paper('pick-list', office.asked.id))).rejects.toMatchObject(
      refusal('WRONG_STATE', { state: 'issued' }),
    );
  });
});

describe('the service report', () => {
  test('signed, it says what the customer thinks; renamed customers and parts do not reach it', async () => {
    const { clerk, admin, warehouse, customerId, pumpId } = office;
    const before = await textOf(clerk.papers.preview(paper('service-report', report.id)), 'before');
    report = await sign(clerk, report, now);
    const customer = await admin.customers.get({ id: customerId });
    await admin.customers.edit({
      operationId: operation(),
      id: customerId,
      version: customer.version,
      name: '改名巴士集团',
      kind: customer.kind,
      distanceClass: customer.distanceClass,
      distanceKm: customer.distanceKm,
      importance: customer.importance,
      region: customer.region,
      address: customer.address,
      notes: customer.notes,
      active: customer.active,
      telephones: [],
    });
    const pump = await warehouse.parts.get({ id: pumpId });
    await warehouse.parts.edit({
      operationId: operation(),
      id: pumpId,
      version: pump.version,
      ...pick(pump, partFields),
      name: '改名水泵',
    });
    const { printId, ordinal } = await clerk.papers.print({
      operationId: operation(),
      ...paper('service-report', report.id),
    });
    expect(ordinal).toBe(3);
    const text = await textOf(clerk.papers.printed({ printId }), 'service-report-signed');
    expectAll(text, ['市第二公交公司', '水泵总成', '满意 ☑', '服务及时', '重印 第 2 次']);
    expect(text).not.toContain('改名');
    expect(before).toContain('满意□');
    const seen = await clerk.reports.get({ id: report.id });
    expect(seen).toMatchObject({ state: 'signed', customerName: '市第二公交公司', printCount: 3 });
    // A preview that is kept must not pass for a print.
    expect(before.replaceAll(/\s/g, '')).toContain('二维码和校验码打印时才有');
    expect(before).not.toContain(seen.checkCode);
    expect(text).toContain(seen.checkCode);
    expect(await clerk.reports.verifyPaper({ qrText: `${report.number} ${seen.checkCode}` })).toMatchObject({
      genuine: true,
      current: true,
    });
  });

  test('approved and supplemented, the supplement is printed with it', async () => {
    const { clerk, leader } = office;
    await leader.reports.approve({ operationId: operation(), ...documentOf(report) });
    const added = await clerk.reports.addSupplement({
      operationId: operation(),
      reportId: report.id,
      text: '壳体砂眼另附照片，𠮷䶮㛃 <b>不是标签</b>',
    });
    await leader.reports.decideSupplement({
      operationId: operation(),
      id: added.id,
      version: 1,
      approved: true,
      reason: '',
    });
    const { printId } = await clerk.papers.print({
      operationId: operation(),
      ...paper('service-report', report.id),
    });
    const text = await textOf(clerk.papers.printed({ printId }), 'service-report-supplement');
    expectAll(text, ['补充说明', '第 1 号', '壳体砂眼另附照片', '䶮㛃 <b>不是标签</b>', 'leader']);
  });

  test('a print made before the report was written anew comes back as it was printed', async () => {
    const { clerk, technician } = office;
    const other = await writeReport(office, now);
    const finished = await other.finish().catch(() => undefined);
    // Nothing is left to replace: the second report of the case says that no parts were.
    expect(finished).toBeUndefined();
    const draft = await technician.reports.get({ id: other.draft.id });
    const edited = await technician.reports.edit({
      operationId: operation(),
      ...documentOf(draft),
      technicianIds: [office.personId],
      ...emptyReport,
      finishedAt: now,
      symptom: '复查',
      cause: '无',
      work: '复查无渗漏',
      noPartsReplaced: true,
      lines: [],
    });
    const sealed = await technician.reports.finish({ operationId: operation(), ...documentOf(edited) });
    const { printId } = await clerk.papers.print({
      operationId: operation(),
      ...paper('service-report', sealed.id),
    });
    const reopened = await clerk.reports.reopen({
      operationId: operation(),
      ...documentOf(sealed),
      reason: '写错',
    });
    const asPrinted = await textOf(clerk.papers.printed({ printId }), 'reopened');
    expect(asPrinted).toContain('复查无渗漏');
    await technician.reports.finish({ operationId: operation(), ...documentOf(reopened) });
    expect(await textOf(clerk.papers.printed({ printId }), 'same')).toBe(asPrinted);
  });
});

test('papers printed later show the counters as they were when they were written', async () => {
  const { clerk } = office;
  host.pass(60_000);
  const { unitId } = await clerk.requisitions.get({ id: office.asked.id });
  await clerk.units.addReading({
    operationId: operation(),
    unitId: unitId ?? '',
    day: dayOf(now + 60_000),
    mileageKm: 199_999,
    operatingHours: null,
    counterReplaced: false,
    readingConfirmed: true,
  });
  const requisition = await textOf(clerk.papers.preview(paper('requisition', office.asked.id)), 'then');
  expect(requisition).toContain('186,420km');
  expect(requisition).not.toContain('199,999');
  const tag = await textOf(clerk.papers.preview(paper('old-part-tag', issued.id)), 'tag-then');
  expect(tag).not.toContain('199,999');
});
