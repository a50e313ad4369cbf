import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { enter, press, tabTo } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { clientOf, password, people } from './support/story-books.ts';

const { clerk, leader, warehouse } = people;
const office = officeOfThisFile({ name: 'today', books: 'filled' }, { clerk, leader, warehouse });
const held: string[] = [];

beforeAll(async () => {
  const desk = await clientOf(office.address, clerk.signInName, password);
  const { rows: customers } = await desk.customers.list({
    filter: {},
    sort: { by: 'name', descending: false },
    limit: 1,
  });
  const customerId = customers[0]?.id ?? null;
  const call = (summary: string, outcome: Outcome) =>
    desk.contacts.record({
      operationId: newId<'operation'>(),
      kind: 'call',
      direction: 'in',
      at: Date.now() - 1000,
      receivedDay: null,
      senderReference: '',
      telephone: '13800001111',
      callerName: '周师傅',
      customerId: outcome.kind === 'openCase' ? customerId : null,
      contactPersonId: null,
      unitId: null,
      mileageKm: null,
      operatingHours: null,
      category: 'other',
      faultGroup: null,
      urgency: 'notUrgent',
      summary,
      newCustomer: null,
      newUnit: null,
      outcome,
    });
  for (const minutes of [-90, 60, 120]) {
    const nextCallAt = Date.now() + minutes * 60_000;
    held.push((await call(`${minutes} 分钟后回电`, { kind: 'toBeClarified', nextCallAt })).number);
  }
  await call('空调不制冷', { kind: 'openCase', ownerId: null });
});

type Outcome =
  | { readonly kind: 'toBeClarified'; readonly nextCallAt: number }
  | { readonly kind: 'openCase'; readonly ownerId: null };

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const titles = (page: Page) => page.locator('.today-column .card h2, .today-empty > span:first-child');
const card = (page: Page, title: string) => page.locator('.today-column > .card', { hasText: title });

test('arrows walk in a card, Tab from card to card, Enter opens', async () => {
  const page = await office.sit('clerk', '/today');
  const calls = card(page, '待弄清，要打的电话');
  await calls.locator('tr').nth(2).waitFor();
  // The promise that is late stands first.
  await expect.poll(() => calls.locator('.tag.late').innerText()).toBe('逾期 1');
  expect(await calls.locator('tr').first().innerText()).toContain('超 1 小时');

  await tabTo(calls.locator('tr').first());
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toContain(held[1]);
  await page.keyboard.press('End');
  await calls.locator('button:focus', { hasText: '全部' }).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toContain(held[0]);
  await page.keyboard.press('ArrowDown');

  await page.keyboard.press('Tab');
  const below = page.locator('.today-column > .card', { has: page.locator(':focus') });
  await below.waitFor();
  expect(await below.locator('h2').innerText()).not.toBe('待弄清，要打的电话');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toContain(held[1]);
  await enter(page);
  await page.waitForURL(/#\/contacts\/./);
  await page
    .getByText(held[1] ?? '')
    .first()
    .waitFor();
  // Whoever comes back goes on where they were.
  await page.goBack();
  await page.locator('.today-column tr:focus', { hasText: held[1] ?? '' }).waitFor();
});

test('a row that is done leaves the card, and the focus is not lost', async () => {
  const page = await office.sit('leader', '/today');
  const calls = card(page, '待弄清，要打的电话');
  await tabTo(calls.locator('tr').first());
  const desk = await clientOf(office.address, clerk.signInName, password);
  const { rows } = await desk.contacts.list({
    filter: { states: ['toBeClarified'] },
    sort: { by: 'at', descending: false },
    limit: 10,
  });
  const [first] = rows;
  if (!first) throw new Error('nothing is held');
  const { version } = await desk.contacts.get({ id: first.id });
  await desk.contacts.void({ operationId: newId<'operation'>(), id: first.id, version, reason: '打错了' });
  await expect.poll(() => calls.locator('tr').count()).toBe(2);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await calls.locator('tr:focus').waitFor();
});

test('each role has its own cards first', async () => {
  const store = await office.sit('warehouse', '/today');
  await titles(store).first().waitFor();
  expect((await titles(store).allInnerTexts()).slice(0, 4)).toEqual([
    '待发料',
    '待入账的入库单',
    '旧件未回',
    '低于最低库存',
  ]);
  expect(await titles(store).allInnerTexts()).not.toContain('待审批');
});

test('cards are moved and hidden by keyboard, and stay so', async () => {
  const page = await office.sit('warehouse', '/today');
  const arrange = page.getByRole('button', { name: '排列卡片' });
  await press(arrange);
  await page.locator('li:focus', { hasText: '待发料' }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await page.locator('li:focus', { hasText: '待发料' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('li:focus', { hasText: '旧件未回' }).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.locator('.today-arrange').waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: '排列卡片' }).waitFor();
  const arranged = ['待入账的入库单', '待发料', '低于最低库存'];
  expect((await titles(page).allInnerTexts()).slice(0, 3)).toEqual(arranged);
  await page.reload();
  await titles(page).first().waitFor();
  expect((await titles(page).allInnerTexts()).slice(0, 3)).toEqual(arranged);

  await press(arrange);
  await press(page.getByRole('button', { name: '恢复按角色的排列' }));
  await expect.poll(() => titles(page).allInnerTexts()).toContain('旧件未回');
});

test.each(['zh-CN', 'en'] as const)(
  'at 1366 by 768 nothing is cut and nothing is below the window: %s',
  async (language) => {
    const page = await office.sit('leader', '/today');
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.evaluate((chosen) => {
      localStorage.setItem('shouhou/preferences', JSON.stringify({ language: chosen, look: 'light' }));
    }, language);
    await page.reload();
    await titles(page).first().waitFor();
    const cut = await page.evaluate(() => {
      const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1;
      const isBelow = (element: Element) => element.scrollHeight > element.clientHeight + 1;
      return [
        ...[...document.querySelectorAll('.today-column td:not(.rest), .today-column h2, .page-head')].filter(
          isCut,
        ),
        ...[...document.querySelectorAll('.today-column')].filter(isBelow),
      ].map((element) => element.textContent);
    });
    expect(cut).toEqual([]);
  },
);
