import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { cursorIn, enterOn, scan, signIn, type, typeAndEnter } from './support/keyboard.ts';
import { addForeman, foreman } from './support/main-job-books.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { openPaper, printPaper } from './support/paper.ts';
import { clientOf, password, people, story } from './support/story-books.ts';

const picture = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1');

const office = officeOfThisFile({ name: 'report-paper', books: 'filled' }, people);
let page: Page;
let technician: ServiceClient;
let caseId: string;
let reportId: string;

beforeAll(async () => {
  await addForeman(office.address);
  technician = await clientOf(office.address, people.technician.signInName, password);
  caseId = await openCaseWithPart();
  page = await office.sit('technician', `/reports/new?case=${caseId}`);
});

test('a report says what it lacks while it is written, and what was typed survives', async () => {
  const missing = page.getByTestId('missing');
  await missing.getByText('完工时间').waitFor();
  reportId = /\/reports\/(\w{26})$/.exec(page.url())?.[1] ?? '';
  expect(
    await page.getByRole('checkbox', { name: people.technician.name }).getAttribute('aria-checked'),
  ).toBe('true');

  await page.getByTestId('offered').getByText(story.partName).waitFor();
  await page.keyboard.press('F7');
  await page.getByTestId('report-lines').getByText(story.partName).waitFor();
  await enterOn(missing.getByRole('button', { name: '完工时间' }));
  await cursorIn(page, 'finishedAt');
  await enterOn(page.locator('[data-field="finishedAt"]').getByRole('button', { name: '现在' }));
  await enterOn(missing.getByRole('button', { name: '故障原因' }));
  await typeAndEnter(page, '水泵轴封漏水');
  await cursorIn(page, 'work');
  await type(page, '更换水泵总成');
  await missing.getByText('内容齐全').waitFor();

  await page.reload();
  await page.getByText('草稿已恢复').waitFor();
  expect(await page.locator('[data-field="work"] textarea').inputValue()).toBe('更换水泵总成');
});

test('it is not printed before it is finished, and the try is on record', async () => {
  await page.keyboard.press('Control+p');
  await page.getByRole('alert').getByText('请先完工').waitFor();
  await expect
    .poll(() => technician.papers.prints({ documentId: reportId }))
    .toMatchObject([{ refused: true, personName: people.technician.name }]);
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: /^FB\d{6}-0001$/ }).waitFor();
  await page.getByTestId('prints').getByText('未准打印').waitFor();
  expect(await page.getByRole('button', { name: '登记签字' }).isDisabled()).toBe(true);
});

test('printed and signed: the paper, its scan, what the customer thinks', async () => {
  await openPaper(page, () => page.keyboard.press('Control+p'));
  await printPaper(page);
  await page.getByTestId('prints').getByText('第 1 次').waitFor();

  await page.keyboard.press('F9');
  await cursorIn(page, 'signedAt');
  await enterOn(page.getByTestId('sign').getByRole('button', { name: '现在' }));
  await page.getByRole('radio', { name: '满意 1', exact: true }).focus();
  await page.keyboard.press('3');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').getByText('扫描件').waitFor();
  await page
    .getByTestId('scan-picker')
    .setInputFiles({ name: '签字.png', mimeType: 'image/png', buffer: picture });
  await page.getByTestId('sign').locator('input[type="radio"]:checked').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByTestId('sign').waitFor({ state: 'detached' });
  expect(await technician.reports.get({ id: reportId })).toMatchObject({
    state: 'signed',
    satisfaction: 'unsatisfied',
    printCount: 1,
  });
});

test('a leader checks the paper by its code, approves it, and a supplement waits for another one', async () => {
  const leader = await office.open('/reports');
  await signIn(leader, people.leader.signInName, password);
  await leader.getByPlaceholder('扫二维码').waitFor();
  const report = await technician.reports.get({ id: reportId });
  const code = `SHD|${report.number}|${report.contentHash.slice(0, 32)}`;
  await scan(leader, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
  await leader.getByTestId('verdict').getByText('没有打印过带这个校验码的纸').waitFor();
  await scan(leader, code);
  await leader.getByTestId('verdict').getByText('只核对了编号和校验码').waitFor();
  await leader.getByTestId('verdict').getByRole('button', { name: '对照' }).click();
  const compared = leader.getByRole('dialog', { name: '对照' });
  await compared.locator('canvas').first().waitFor();
  await compared.locator('img').waitFor();
  await leader.keyboard.press('Escape');
  await compared.waitFor({ state: 'detached' });
  await leader.getByRole('heading', { name: report.number }).waitFor();

  await leader.keyboard.press('F7');
  await cursorIn(leader, 'text');
  await type(leader, '水泵壳体有砂眼');
  await leader.keyboard.press('Control+s');
  await leader.getByTestId('supplement').getByText('不能批准自己写的').waitFor();
  await leader.keyboard.press('F9');
  await expect
    .poll(() => technician.reports.get({ id: reportId }))
    .toMatchObject({
      state: 'approved',
      decidedByName: people.leader.name,
      supplements: [{ ordinal: 1, state: 'submitted' }],
    });
});

test('what was signed is not edited: another leader approves the supplement, and the paper carries it', async () => {
  const other = await office.open(`/reports/${reportId}`);
  await signIn(other, foreman.signInName, password);
  const supplement = other.getByTestId('supplement');
  await supplement.getByText('水泵壳体有砂眼').waitFor();
  await other.getByRole('button', { name: '写补充' }).waitFor();
  expect(await other.getByRole('button', { name: '重开' }).count()).toBe(0);
  expect(await other.getByTestId('report-editor').count()).toBe(0);
  await other.keyboard.press('F8');
  await supplement.getByText('已批准').waitFor();
  const text = await openPaper(other, () => other.keyboard.press('Control+p'));
  for (const words of ['水泵轴封漏水', '水泵壳体有砂眼', foreman.name]) expect(text).toContain(words);
});

/** A call about the bus that opens a case, and a part handed out for it. */
async function openCaseWithPart(): Promise<string> {
  const [desk, leader, store] = [
    await clientOf(office.address, people.clerk.signInName, password),
    await clientOf(office.address, people.leader.signInName, password),
    await clientOf(office.address, people.warehouse.signInName, password),
  ];
  const card = await desk.contacts.caller({ telephone: story.caller });
  const recorded = await desk.contacts.record({
    operationId: newId(),
    kind: 'call',
    direction: 'in',
    at: Date.now(),
    receivedDay: null,
    senderReference: '',
    telephone: story.caller,
    callerName: story.callerName,
    customerId: card.customer?.id ?? null,
    contactPersonId: card.person?.id ?? null,
    unitId: card.units[0]?.id ?? null,
    mileageKm: null,
    operatingHours: null,
    category: 'repair',
    faultGroup: 'chassisEngine',
    urgency: 'limping',
    summary: story.symptom,
    newCustomer: null,
    outcome: { kind: 'openCase', ownerId: null },
  });
  const [part] = (await technician.parts.find({ text: story.partNumber })).rows;
  const [holder] = await technician.stock.accounts({ kinds: ['technician'] });
  const [bin] = await technician.stock.accounts({ kinds: ['bin'] });
  const line = { quantity: 1000, fault: '漏水', judgementId: null, oldPartRequired: true };
  const draft = await technician.requisitions.draft({
    operationId: newId(),
    purpose: 'warranty',
    caseId: recorded.caseId,
    unitId: null,
    holderAccountId: holder?.id ?? '',
    notes: '',
    lines: [{ ...line, partId: part?.id ?? '' }],
  });
  const of = ({ id, version }: { readonly id: string; readonly version: number }) => ({
    operationId: newId<'operation'>(),
    id,
    version,
  });
  const submitted = await technician.requisitions.submit(of(draft));
  const approved = await leader.requisitions.approve({ ...of(submitted), reason: '' });
  const detail = await store.requisitions.get({ id: draft.id });
  await store.requisitions.issue({
    ...of(approved),
    lines: detail.lines.map(({ id, partId, quantity }) => ({
      requisitionLineId: id,
      partId,
      accountId: bin?.id ?? '',
      quantity,
    })),
  });
  return recorded.caseId ?? '';
}
