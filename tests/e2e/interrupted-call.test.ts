import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { compose, cursorIn, enterUntil, signIn, type } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { clientOf, password, people, story } from './support/story-books.ts';

const office = officeOfThisFile({ name: 'interrupted-call', books: 'filled' }, people);
let page: Page;

beforeAll(async () => {
  page = await office.open('/contacts/call');
});

test('Enter that chooses a word of the input method submits nothing, Enter after the password signs in', async () => {
  await page.locator('.gate input:focus').waitFor();
  await compose(page, people.clerk.signInName);
  // The cursor did not go on, and nobody was signed in.
  expect(await page.locator('[data-field="signInName"] :focus').count()).toBe(1);
  await page.locator('.gate input:focus').fill('');
  await signIn(page, people.clerk.signInName, password);
  await cursorIn(page, 'telephone');
});

test('a call survives a reload in the middle of it', async () => {
  await type(page, story.caller);
  await page.getByTestId('caller-card').getByText(story.plate).waitFor();
  await enterUntil(page, 'summary');
  await compose(page, story.symptom);
  expect(await page.locator('[data-field="summary"] :focus').count()).toBe(1);
  await page.getByTestId('draft-note').getByText('已自动保存').waitFor();

  await page.reload();
  await page.getByTestId('draft-note').getByText('草稿已恢复').waitFor();
  expect(await page.locator('[data-field="summary"] textarea').inputValue()).toBe(story.symptom);
  await page.getByTestId('caller-card').getByText(story.plate).waitFor();

  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: /^FW\d{6}-0001$/ }).waitFor();
  const clerk = await clientOf(office.address, people.clerk.signInName, password);
  const { rows } = await clerk.cases.list({
    filter: {},
    sort: { by: 'openedAt', descending: true },
    limit: 10,
  });
  expect(rows.map((row) => row.symptom)).toEqual([story.symptom]);
});

test('a plate that nobody knows is not lost: saving asks for a choice, and leaving the field keeps it in sight', async () => {
  await page.keyboard.press('F2');
  await cursorIn(page, 'telephone');
  await type(page, story.caller);
  await page.getByTestId('caller-card').getByText(story.plate).waitFor();
  await enterUntil(page, 'unitId');
  const field = page.locator('[data-field="unitId"]');
  await page.keyboard.press('Control+a');
  await type(page, '藏A·00000');
  await page.keyboard.press('F9');
  await field.getByText('“藏A·00000”还没有选定').waitFor();
  expect(await field.locator('input').inputValue()).toBe('藏A·00000');
  await page.keyboard.press('Tab');
  expect(await field.locator('input').inputValue()).toBe('藏A·00000');
});
