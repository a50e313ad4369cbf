import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesks, requireBuiltPages, type Desks } from './support/browser.ts';
import { signIn, type } from './support/keyboard.ts';
import { startOfficeServer, type OfficeServer } from './support/office-server.ts';

/** The small sample tells fourteen months too. */
const sampleLoadsWithinMs = 180_000;
const password = 'shouhou-desk';
let server: OfficeServer;
let desks: Desks;
let page: Page;
const bar = () => page.getByTestId('sample-bar');

beforeAll(async () => {
  requireBuiltPages();
  server = await startOfficeServer();
  desks = await openDesks(server.address);
  page = await desks.open();
});
afterAll(async () => {
  expect(await desks?.close()).toEqual([]);
  await server?.stop();
});

test(
  'the first page loads the sample and opens it under a bar that says so',
  async () => {
    await page.getByRole('button', { name: '装入小示例' }).click();
    await bar().waitFor({ timeout: sampleLoadsWithinMs });
    expect(await bar().textContent()).toContain('这里没有真实业务');
    await signIn(page, 'wangxm', password);
    await bar().waitFor();
  },
  sampleLoadsWithinMs,
);

test('from the sample a link leads back to the real books, which are empty, and in again without signing in', async () => {
  await bar().getByRole('button', { name: '回到正式账套' }).click();
  await page.locator('[data-field="firm.name"]').waitFor();
  expect(await bar().count()).toBe(0);
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.locator('.frame').waitFor();
  await bar().waitFor();
});

test('its administrator removes it, and the window is back in the real books', async () => {
  const admin = await desks.open('/settings/sample');
  await admin.getByRole('button', { name: '打开示例' }).click();
  await signIn(admin, 'admin', password);
  await admin.goto(`${server.address}/#/settings/sample`);
  await admin.locator('[data-field="confirm"] input').focus();
  await type(admin, '移除示例');
  await admin.keyboard.press('Control+s');
  await admin.locator('[data-field="firm.name"]').waitFor();
  expect(readdirSync(server.dataFolder).filter((name) => name.startsWith('sample'))).toEqual([]);
  expect(existsSync(join(server.dataFolder, 'shouhou.db'))).toBe(true);
  // The other window finds itself in the real books too.
  await page.locator('[data-field="firm.name"]').waitFor();
});
