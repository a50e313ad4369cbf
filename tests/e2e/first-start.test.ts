import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesks, requireBuiltPages } from './support/browser.ts';
import type { Desks } from './support/browser.ts';
import { cursorIn, typeAndEnter } from './support/keyboard.ts';
import { startOfficeServer } from './support/office-server.ts';
import type { OfficeServer } from './support/office-server.ts';

/** An office server and a browser on a busy PC. */
const startsWithinMs = 120_000;
const password = 'correct horse battery';
let server: OfficeServer;
let desks: Desks;
let page: Page;

beforeAll(async () => {
  requireBuiltPages();
  server = await startOfficeServer();
  desks = await openDesks(server.address);
  page = await desks.open('/');
}, startsWithinMs);
afterAll(async () => {
  const complaints = await desks?.close();
  await server?.stop();
  expect(complaints ?? []).toEqual([]);
});

test('saved without the password a second time, the first page says what is missing and goes there', async () => {
  const said = page.locator('[data-field="again"]').getByText('两次输入的密码不一样');
  await cursorIn(page, 'firm.name');
  for (const typed of ['江南客车', '', '', '', '周涛', 'zhout', password]) await typeAndEnter(page, typed);
  await cursorIn(page, 'again');
  expect(await said.count()).toBe(0);
  await page.locator('[data-field="firm.name"] input').focus();
  await page.keyboard.press('Control+s');
  await said.waitFor();
  await cursorIn(page, 'again');
  await typeAndEnter(page, password);
  await page.keyboard.press('Control+s');
  await page.getByText('zhout').or(page.getByText('周涛')).first().waitFor();
  await page.locator('.gate').waitFor({ state: 'detached' });
});
