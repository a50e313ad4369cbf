import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scanInto } from '../renderer/support/scan-into.ts';
import { cursorIn, openPlace, pick, tabTo } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { people, story } from './support/story-books.ts';

const office = officeOfThisFile({ name: 'scanned-lines', books: 'filled' }, people);
const quantity = (page: Page, index = 0) => page.locator(`[data-field="lines.${index}.quantity"] input`);

/** Puts cells into the clipboard and lets go of them over the field with the cursor, as Ctrl+V does. */
async function paste(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    rows.map((cells) => cells.join('\t')).join('\r\n'),
  );
}

const table = [
  ['件号', '名称', '数量', '单价', '金额'],
  [story.partNumber, '"水泵\n总成"', '2', '860.00', '1720.00'],
  [story.partNumber, story.partName, '2箱', '860.00', '1720.00'],
  ['NO-SUCH', '风扇', '1', '12,5', '12.50'],
];

test('in a receipt every scan counts while the cursor stands in the quantity', async () => {
  const page = await office.sit('warehouse');
  await openPlace(page, '备件台账');
  await page.getByRole('heading', { name: '备件台账' }).waitFor();
  await page.keyboard.press('F9');
  await cursorIn(page, 'supplier');
  await page.locator('[data-field="lines.0.partId"] input').focus();
  await pick(page, 'shuibeng', story.partName);
  await cursorIn(page, 'lines.0.quantity');
  for (let scans = 0; scans < 4; scans += 1) await scanInto(page, story.partNumber);
  await expect.poll(() => quantity(page).inputValue()).toBe('4');
  await quantity(page).fill('7');
  await scanInto(page, story.partNumber);
  await expect.poll(() => quantity(page).inputValue()).toBe('8');
});

test('a pasted table is taken by its headings, and the page names what is doubtful', async () => {
  const page = await office.sit('warehouse');
  await page.locator('[data-field="lines.1.partId"] input').focus();
  await paste(page, table);
  const notice = page.getByTestId('paste-notice');
  for (const words of ['已标红保留：NO-SUCH', '2箱', '12,5', `没有合并：${story.partNumber}`])
    await notice.getByText(words).waitFor();
  expect([await quantity(page, 1).inputValue(), await quantity(page, 2).inputValue()]).toEqual(['2', '']);
});

test('in a requisition too', async () => {
  const page = await office.sit('technician');
  await page.goto(`${office.address}/#/requisitions/new`);
  const adder = page.getByTestId('adder').locator('input');
  await tabTo(adder);
  await pick(page, 'shuibeng', story.partName);
  await cursorIn(page, 'lines.0.quantity');
  for (let scans = 0; scans < 4; scans += 1) await scanInto(page, story.partNumber);
  // The one that was picked, and four.
  await expect.poll(() => quantity(page).inputValue()).toBe('5');

  await adder.focus();
  await paste(page, table);
  await page.getByTestId('paste-notice').getByText('2箱').waitFor();
  expect([await quantity(page, 1).inputValue(), await quantity(page, 2).inputValue()]).toEqual(['2', '']);

  await adder.focus();
  await paste(
    page,
    Array.from({ length: 205 }, () => [story.partNumber, '1']),
  );
  await page.getByTestId('paste-notice').getByText('粘贴的有 205 行').waitFor();
  expect(await quantity(page, 3).count()).toBe(0);
});
