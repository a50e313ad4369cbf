import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { cursorIn, enterUntil, pick, tabTo, type, typeAndEnter } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { people, story } from './support/story-books.ts';

const stranger = '赵𠮷个体运输';
const office = officeOfThisFile({ name: 'held-call', books: 'filled' }, people);
let page: Page;

beforeAll(async () => {
  page = await office.sit('clerk', '/contacts/call');
});

// No mouse in it.
test('Escape takes back the question of a key and leaves the call as it is', async () => {
  await cursorIn(page, 'telephone');
  await type(page, '13600002222');
  await page.keyboard.press('F7');
  await cursorIn(page, 'outcome.answer');
  await page.keyboard.press('F6');
  await cursorIn(page, 'outcome.nextCallAt');
  await page.keyboard.press('Escape');
  await page.getByTestId('outcome-clarify').waitFor({ state: 'detached' });
  await cursorIn(page, 'summary');
  expect(await page.locator('[data-field="telephone"] input').inputValue()).toBe('136 0000 2222');
});

test('a stranger who was held becomes a customer with a case when the call is clear', async () => {
  await page.keyboard.press('F6');
  await cursorIn(page, 'outcome.nextCallAt');
  await page.keyboard.press('F6');
  await page.getByText(/已登记 LD\d{6}-0001/).waitFor();
  await page.getByRole('button', { name: /^弄清/ }).waitFor();
  await page.keyboard.press('F6');
  await cursorIn(page, 'customerId');
  await pick(page, stranger, `新建“${stranger}”`);
  await page.getByText('保存时按“名称 + 电话”建立用户').waitFor();
  await enterUntil(page, 'summary');
  await typeAndEnter(page, '前门夹人');
  await cursorIn(page, 'outcome.kind');

  // In the middle of it the page is opened anew: who it was and about what are still there.
  await page.reload();
  await page.getByRole('button', { name: /^弄清/ }).waitFor();
  await page.keyboard.press('F6');
  await page.getByText('保存时按“名称 + 电话”建立用户').waitFor();
  expect(await page.locator('[data-field="customerId"] input').inputValue()).toBe(stranger);
  expect(await page.locator('[data-field="summary"] textarea').inputValue()).toBe('前门夹人');
  await enterUntil(page, 'outcome.kind');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: /^FW\d{6}-0001$/ }).waitFor();
  await page.getByText(stranger).first().waitFor();
});

test('a number in full width finds its caller, and a replaced counter is noted during the call', async () => {
  await page.keyboard.press('F2');
  await cursorIn(page, 'telephone');
  await type(page, '１３８０１３３４４１０');
  await page.getByTestId('caller-card').getByText(story.plate).waitFor();
  await enterUntil(page, 'mileageKm');
  await type(page, '12');
  await page.keyboard.press('F6');
  await cursorIn(page, 'outcome.nextCallAt');
  await page.keyboard.press('F6');
  // It stands above the form and at its field.
  await page.getByText('请注明“已换表”').first().waitFor();
  await tabTo(page.getByRole('checkbox', { name: '已换表' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('F6');
  await page.getByText(/已登记 LD\d{6}-0002/).waitFor();
});
