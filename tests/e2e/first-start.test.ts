import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { cursorIn, type, typeAndEnter } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';

const password = 'correct horse battery';
const office = officeOfThisFile({ name: 'first-start', books: 'empty' }, {});
let page: Page;

beforeAll(async () => {
  page = await office.open();
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
  // Enter in the last field does what Ctrl+S does, as on the page to sign in.
  await typeAndEnter(page, password);
  await page.getByText('zhout').or(page.getByText('周涛')).first().waitFor();
  await page.locator('.gate').waitFor({ state: 'detached' });
});

test('the page to sign in takes Ctrl+S as well', async () => {
  const other = await office.open('/');
  await cursorIn(other, 'signInName');
  await typeAndEnter(other, 'zhout');
  await cursorIn(other, 'password');
  await type(other, password);
  await other.keyboard.press('Control+s');
  await other.locator('.frame').waitFor();
});
