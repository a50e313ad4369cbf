import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { field } from './support/form-fields.ts';
import { eventually, trialProgramOfThisFile } from './support/open-program.ts';

const program = trialProgramOfThisFile();

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
const openPopUps = (page: Page) =>
  page.locator('.ant-popover:visible, .ant-dropdown:visible, .ant-picker-dropdown:visible').count();

/** Escape closes the pop-up and leaves the screen; a second one would go back. */
async function escapeClosesOnlyIt(page: Page): Promise<void> {
  await eventually(() => openPopUps(page)).toBe(1);
  const place = page.url();
  await page.keyboard.press('Escape');
  await eventually(() => openPopUps(page)).toBe(0);
  expect(page.url()).toBe(place);
}

test('the calendar of a field, while the focus stays in the field', async () => {
  const { page } = await program.open('/fields');
  await field(page, 'caller').fill('周师傅');
  await page.locator('[data-field="day"]').getByRole('button', { name: '选日期' }).click();
  await escapeClosesOnlyIt(page);
  expect(await field(page, 'caller').inputValue()).toBe('周师傅');
});

test('the columns of a list are chosen by keyboard, and Escape leads back to the button', async () => {
  const { page } = await program.open('/trial-customers');
  await page.getByRole('button', { name: '显示的列' }).focus();
  await page.keyboard.press('Enter');
  const boxes = page.locator('.column-chooser input[type="checkbox"]');
  await eventually(() => boxes.first().evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => boxes.nth(1).isChecked()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await eventually(() => focusedName(page)).toBe('恢复默认列');
  await escapeClosesOnlyIt(page);
  await eventually(() => focusedName(page)).toBe('显示的列');
});

test('the menu of the person', async () => {
  const { page } = await program.open('/trial-customers');
  await page.locator('.who-button').focus();
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.closest('.ant-dropdown') !== null)).toBe(
    true,
  );
  await escapeClosesOnlyIt(page);
});
