import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { openDesks, requireBuiltPages } from './support/browser.ts';
import type { Desks } from './support/browser.ts';
import { cursorIn, enterUntil, pick, signIn, type, typeAndEnter } from './support/keyboard.ts';
import { startOfficeServer } from './support/office-server.ts';
import type { OfficeServer } from './support/office-server.ts';
import { makesPictures, picture } from './support/pictures.ts';
import { clientOf } from './support/story-books.ts';

/** The small sample tells fourteen months too. */
const sampleLoadsWithinMs = 180_000;
/** What everybody in the sample signs in with. */
const password = 'shouhou-desk';
const newest = { by: 'createdAt', descending: true } as const;

let server: OfficeServer;
let desks: Desks;
const windows = new Map<string, Page>();

// `MANUAL_PICTURES=1 npm run e2e tests/e2e/manual-pictures.test.ts` makes the pictures of docs/manual anew.
describe.runIf(makesPictures)('the pictures of the manual, of the sample', () => {
  beforeAll(async () => {
    requireBuiltPages();
    server = await startOfficeServer({ parameters: ['--sample', '--small'] });
    desks = await openDesks(server.address, 'sample');
  }, sampleLoadsWithinMs);
  afterAll(async () => {
    await desks?.close();
    await server?.stop();
  });

  test('today', async () => {
    const page = await at('liubz', '/today');
    await page.locator('main').getByText('未结服务单').waitFor();
    await picture(page, 'today');
  });

  test('settings', async () => {
    const page = await at('admin', '/settings/policies');
    await page.locator('main tr').filter({ hasText: '客车三包规定' }).press('Enter');
    await page.waitForURL(/policies\/\w+/);
    await picture(page, 'settings');
  });

  test('call', async () => {
    const { telephone, plate, mileageKm } = await coveredCaller();
    const page = await at('wangxm', '/contacts/call');
    await cursorIn(page, 'telephone');
    await type(page, telephone);
    await page.getByTestId('caller-card').waitFor();
    await enterUntil(page, 'unitId');
    await pick(page, plate, plate);
    await enterUntil(page, 'mileageKm');
    await type(page, String(mileageKm + 386));
    await enterUntil(page, 'faultGroup');
    await page.keyboard.press('2');
    await enterUntil(page, 'summary');
    await typeAndEnter(page, '起步后水温高报警，跑十分钟就要停车等');
    await page.getByTestId('warranty-light').waitFor();
    await picture(page, 'call');
  });

  test('case', async () => {
    const clerk = await clientOf(server.address, 'wangxm', password, 'sample');
    const { rows } = await clerk.cases.list({
      filter: { states: ['awaitingParts', 'inService'] },
      sort: { by: 'openedAt', descending: true },
      limit: 30,
    });
    const details = await Promise.all(rows.map(({ id }) => clerk.cases.get({ id })));
    const [richest] = details.toSorted((one, other) => other.documents.length - one.documents.length);
    const page = await at('wangxm', `/cases/${richest?.id ?? ''}`);
    await page.getByTestId('timeline').waitFor();
    await picture(page, 'case');
  });

  test('requisition', async () => {
    const leader = await clientOf(server.address, 'liubz', password, 'sample');
    const { rows } = await leader.requisitions.list({
      filter: { states: ['submitted'] },
      sort: newest,
      limit: 1,
    });
    const page = await at('liubz', `/requisitions/${rows[0]?.id ?? ''}`);
    await page.getByTestId('lines').waitFor();
    await picture(page, 'requisition');
  });

  test('issue', async () => {
    const leader = await clientOf(server.address, 'liubz', password, 'sample');
    const { rows } = await leader.requisitions.list({
      filter: { states: ['submitted'] },
      sort: newest,
      limit: 10,
    });
    const details = await Promise.all(rows.map(({ id }) => leader.requisitions.get({ id })));
    const next = details.find(({ mayDecide }) => mayDecide);
    if (!next) throw new Error('nothing to approve in the sample');
    await leader.requisitions.approve({
      operationId: newId(),
      id: next.id,
      version: next.version,
      reason: '',
    });
    const page = await at('zhaogang', `/requisitions/${next.id}?do=issue`);
    await page.getByTestId('issue').waitFor();
    await picture(page, 'issue');
  });

  test('old-parts', async () => {
    const store = await clientOf(server.address, 'zhaogang', password, 'sample');
    const { rows } = await store.oldParts.list({
      filter: { states: ['due'] },
      sort: { by: 'dueDay', descending: false },
      limit: 4,
    });
    const page = await at('zhaogang', '/old-parts');
    for (const { number } of rows) {
      await page.getByRole('textbox', { name: '扫旧件签' }).focus();
      await typeAndEnter(page, number);
      await page.getByTestId('scans').locator('[data-result="found"]').getByText(number).waitFor();
    }
    await page.getByRole('gridcell').first().waitFor();
    await picture(page, 'old-parts');
  });

  test('report, and its paper', async () => {
    const leader = await clientOf(server.address, 'liubz', password, 'sample');
    const { rows } = await leader.reports.list({
      filter: { states: ['signed', 'approved', 'filed'] },
      sort: newest,
      limit: 50,
    });
    const details = await Promise.all(rows.map(({ id }) => leader.reports.get({ id })));
    const byDay = details.find(({ arrivedAt }) => arrivedAt !== null && isByDay(arrivedAt));
    const page = await at('liubz', `/reports/${byDay?.id ?? ''}`);
    await page.getByTestId('report').waitFor();
    await picture(page, 'report');
    await page.keyboard.press('Control+p');
    await page.locator('.paper-pages canvas[data-page="1"]').waitFor();
    await picture(page, 'report-paper');
    await page.keyboard.press('Escape');
  });

  test('ledger', async () => {
    const store = await clientOf(server.address, 'zhaogang', password, 'sample');
    const { rows } = await store.stock.movements({
      filter: {},
      sort: { by: 'sequence', descending: true },
      limit: 1,
    });
    const page = await at('zhaogang', `/stock/parts/${rows[0]?.partId ?? ''}`);
    await page.getByText('只增不改').waitFor();
    await page.getByRole('gridcell').first().waitFor();
    await picture(page, 'ledger');
  });

  test('customers', async () => {
    const clerk = await clientOf(server.address, 'wangxm', password, 'sample');
    const { rows } = await clerk.customers.list({ filter: {}, sort: newest, limit: 3 });
    const page = await at('wangxm', `/customers/${rows[1]?.id ?? ''}`);
    await page.getByRole('heading', { name: rows[1]?.name ?? '' }).waitFor();
    await picture(page, 'customers');
  });
});

/** Somebody with a bus of which the chassis is under warranty still, as the telephone shows them. */
async function coveredCaller() {
  const clerk = await clientOf(server.address, 'wangxm', password, 'sample');
  const { rows } = await clerk.cases.list({
    filter: {},
    sort: { by: 'openedAt', descending: true },
    limit: 100,
  });
  for (const { id } of rows) {
    const telephone = (await clerk.cases.get({ id })).telephone.replaceAll(/\D/g, '');
    if (!telephone.startsWith('1')) continue;
    const { units } = await clerk.contacts.caller({ telephone });
    const unit = units.find(({ verdict }) => verdict === 'covered' || verdict === 'partlyCovered');
    if (units.length < 2 || !unit || unit.mileageKm === null) continue;
    const { id: unitId, plate, mileageKm } = unit;
    const day = dayOf(Date.now());
    const groups = await clerk.warranty.preview({ unitId, day, mileageKm, operatingHours: null });
    if (groups.some((one) => one.componentGroupCode === 'chassis' && one.verdict === 'covered'))
      return { telephone, plate, mileageKm };
  }
  throw new Error('nobody in the sample has a bus under warranty');
}

/** Whether it was in the hours in which people let somebody in. */
function isByDay(at: number): boolean {
  const hour = Number(new Date(at + 8 * 3_600_000).toISOString().slice(11, 13));
  return hour >= 8 && hour < 17;
}

/** The window of somebody at a place. */
async function at(who: string, path: string): Promise<Page> {
  const known = windows.get(who);
  if (known) {
    await known.goto(`${server.address}/#${path}`);
    return known;
  }
  const page = await desks.open(path);
  windows.set(who, page);
  await signIn(page, who, password);
  return page;
}
