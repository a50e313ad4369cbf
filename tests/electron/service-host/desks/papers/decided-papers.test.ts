import { afterAll, beforeAll, expect, test } from 'vitest';
import { testStart } from '#tests/support/books.ts';
import { operation, startTestHost, type TestHost } from '#tests/support/host.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { documentOf, hourMs, openOffice, paper, sign, type Office } from './office.ts';
import { expectAll, textOf } from './paper-text.ts';

let host: TestHost;
let office: Office;
const now = testStart + 6 * hourMs;

beforeAll(async () => {
  host = await startTestHost();
  office = await openOffice(host);
  host.pass(6 * hourMs);
});
afterAll(() => host.close());

test('a voided requisition says so first, by whom and why, and keeps the opinion of its approver', async () => {
  const { technician, leader, clerk, asked } = office;
  const submitted = await technician.requisitions.submit({ operationId: operation(), ...documentOf(asked) });
  const approved = await leader.requisitions.approve({
    operationId: operation(),
    ...documentOf(submitted),
    reason: '同意领用',
  });
  const voided = await leader.requisitions.void({
    operationId: operation(),
    ...documentOf(approved),
    reason: '用户撤单',
  });
  expect(await clerk.requisitions.get({ id: voided.id })).toMatchObject({
    state: 'void',
    decidedByName: 'leader',
    decisionReason: '同意领用',
    voidedByName: 'leader',
    voidReason: '用户撤单',
  });
  const text = plain(await textOf(clerk.papers.preview(paper('requisition', asked.id)), 'void'));
  expect(text).toMatch(/作废leader2026-11-\d\d\d\d:\d\d作废：用户撤单/);
  expect(text).toMatch(/审批意见同意领用/);
  expect(text).not.toMatch(/审批意见[^同]*用户撤单/);
  const english = await textOf(clerk.papers.preview(paper('requisition', asked.id, 'en')), 'void-en');
  expectAll(plain(english), ['Void', 'Voidedbyleader']);
});

test('a rejected one that is voided says nothing of an approver', async () => {
  const { technician, leader, clerk } = office;
  const { purpose, caseId, unitId, holder, notes, lines } = await clerk.requisitions.get({
    id: office.asked.id,
  });
  const drafted = await technician.requisitions.draft({
    operationId: operation(),
    purpose,
    caseId,
    unitId,
    notes,
    holderAccountId: holder.accountId,
    lines: lines.map(({ partId, quantity, fault, judgementId, oldPartRequired }) => ({
      partId,
      quantity,
      fault,
      judgementId,
      oldPartRequired,
    })),
  });
  const submitted = await technician.requisitions.submit({
    operationId: operation(),
    ...documentOf(drafted),
  });
  const rejected = await leader.requisitions.reject({
    operationId: operation(),
    ...documentOf(submitted),
    reason: '先鉴定',
  });
  await leader.requisitions.void({ operationId: operation(), ...documentOf(rejected), reason: '不修了' });
  const text = plain(await textOf(clerk.papers.preview(paper('requisition', drafted.id)), 'rejected'));
  expect(text).toContain('作废：不修了');
  expect(text).not.toContain('审批意见');
});

test('a report names its fees in detail, and once decided the signer and the department', async () => {
  const { technician, leader, clerk, caseId, personId } = office;
  const draft = await technician.reports.draft({ operationId: operation(), caseId });
  const fields = {
    technicianIds: [personId],
    ...emptyReport,
    finishedAt: now - hourMs,
    symptom: '水温高',
    cause: '缺液',
    work: '补液',
    noPartsReplaced: true,
    feeFen: 50_000,
    partsFeeFen: 12_300,
    labourFeeFen: 20_000,
    travelFeeFen: 15_000,
    lines: [],
  };
  await expect(
    technician.reports.edit({
      operationId: operation(),
      ...documentOf(draft),
      ...fields,
      travelFeeFen: 20_000,
    }),
  ).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { issues: [{ path: 'feeFen', code: 'feeLessThanParts' }] },
  });
  const edited = await technician.reports.edit({ operationId: operation(), ...documentOf(draft), ...fields });
  const finished = await technician.reports.finish({ operationId: operation(), ...documentOf(edited) });
  const printed = async () => {
    const { printId } = await clerk.papers.print({
      operationId: operation(),
      ...paper('service-report', finished.id),
    });
    return plain(await textOf(clerk.papers.printed({ printId }), 'report'));
  };
  const first = await printed();
  expectAll(first, ['材料费¥123.00、工时费¥200.00、差旅费¥150.00、其他¥27.00', '深圳市横岗停车场']);
  expect(first).not.toContain('已签');
  const signed = await sign(clerk, finished, now);
  await leader.reports.approve({ operationId: operation(), ...documentOf(signed) });
  const second = await printed();
  expect(second).toMatch(/周师傅2026-11-\d\d\d\d:\d\d已签，扫描件存档/);
  expect(second).toMatch(/部门审批leader2026-11/);
  expectAll(second, ['内容与第1次打印不同，以本次为准', '现状：已批准']);
  expect(await printed()).toContain('内容与第2次打印相同');
});

function plain(text: string): string {
  return text.replaceAll(/\s/g, '');
}
