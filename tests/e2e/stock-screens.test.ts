import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { dayOf, monthOf } from '#shared/domain/days.ts';
import { bytesOf } from '#tests/support/browser.ts';
import { readExcel } from '#tests/support/read-excel.ts';
import {
  cursorIn,
  enterUntil,
  intoRows,
  openPlace,
  pick,
  press,
  tabTo,
  type,
  typeAndEnter,
} from './support/keyboard.ts';
import { listRows } from './support/list-rows.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { openPaper, putPaperAway } from './support/paper.ts';
import { people, story } from './support/story-books.ts';

const office = officeOfThisFile({ name: 'stock-screens', books: 'filled' }, people);
let page: Page;
/** What the second receipt, the one of this story, is called. */
let receiptNumber = '';
const today = dayOf(Date.now());

beforeAll(async () => {
  page = await office.sit('warehouse');
});

test('a receipt is typed line by line, and its draft survives a reload', async () => {
  await openPlace(page, '备件台账');
  await page.getByRole('heading', { name: '备件台账' }).waitFor();
  await page.keyboard.press('F9');
  await cursorIn(page, 'supplier');
  // Pressed twice: there is nothing to post, and no empty draft stays behind.
  await page.keyboard.press('F9');
  await page.getByText('请至少填一行').waitFor();
  await page.getByRole('heading', { name: '新入库单（未编号）' }).waitFor();
  await cursorIn(page, 'lines.0.partId');
  await page.locator('[data-field="supplier"] input').focus();
  await typeAndEnter(page, '玉柴股份');
  await cursorIn(page, 'deliveryNote');
  await typeAndEnter(page, 'YC-3001');
  await enterUntil(page, 'lines.0.partId');
  await pick(page, 'shuibeng', story.partName);
  await cursorIn(page, 'lines.0.quantity');
  await typeAndEnter(page, '2');
  await cursorIn(page, 'lines.0.unitPriceFen');
  await type(page, '725.5');
  await page.getByText('¥1,451.00').waitFor();

  await page.reload();
  await page.getByText('草稿已恢复').waitFor();
  expect(await page.locator('[data-field="deliveryNote"] input').inputValue()).toBe('YC-3001');
  await page.getByText('¥1,451.00').waitFor();
});

test('it is not posted unchecked; checked, it is posted, and its paper is in duplicate', async () => {
  await page.keyboard.press('F9');
  await page.getByRole('alert').getByText('三项检验都要勾选').waitFor();
  for (const check of ['规格相符', '数量相符', '质量合格']) {
    await tabTo(page.getByRole('checkbox', { name: check }));
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('F9');
  receiptNumber = await page.getByRole('heading', { name: /^RK\d{6}-0002$/ }).innerText();
  const text = await openPaper(page, () => page.keyboard.press('Control+p'));
  for (const words of [receiptNumber, 'YC-3001', story.partNumber, '1,451.00']) expect(text).toContain(words);
  expect(text.split(receiptNumber).length - 1).toBeGreaterThanOrEqual(2);
  await putPaperAway(page);
});

test('the ledger shows it, of its part, of one account, and as a file', async () => {
  await press(page.getByRole('button', { name: '分录', exact: true }));
  await page.locator('[role="gridcell"][col-id="valueFen"]', { hasText: '2,100.00' }).waitFor();
  await expect
    .poll(() =>
      listRows(page, ['documentNumber', 'partNumber', 'fromName', 'toName', 'quantity', 'valueFen']),
    )
    .toEqual([
      `${receiptNumber} ${story.partNumber} 供应商 A-03-2 2 1,451.00`,
      `${receiptNumber.replace(/2$/, '1')} ${story.partNumber} 供应商 A-03-2 3 2,100.00`,
    ]);
  await tabTo(page.getByPlaceholder('账户', { exact: true }));
  await pick(page, 'JS-01', people.technician.name);
  await page.getByText('没有符合条件的记录').waitFor();
  await tabTo(page.getByPlaceholder('账户', { exact: true }));
  await page.keyboard.press('Delete');
  await expect.poll(() => listRows(page, ['quantity'])).toEqual(['2', '3']);
  await tabTo(page.getByPlaceholder('配件', { exact: true }));
  await pick(page, story.partNumber, story.partName);
  await page.waitForURL(/partId=/);

  const cells = await exported(page);
  const [head, ...rows] = cells.filter((row) => row.length > 3);
  expect(head).toContain('件号');
  expect(rows).toHaveLength(2);
  expect(rows.flat()).toContain(receiptNumber);
});

test('it is reversed with a reason and written anew; both papers stand in the ledger', async () => {
  await press(page.getByRole('button', { name: '入库', exact: true }));
  await intoRows(page);
  await page.getByRole('heading', { name: receiptNumber }).waitFor();
  await press(page.getByRole('button', { name: '冲销' }));
  await page.locator('[data-field="reason"] :focus').waitFor();
  expect(await page.getByRole('button', { name: '红冲并重开' }).isDisabled()).toBe(true);
  await type(page, '单价写错');
  await press(page.getByRole('button', { name: '红冲并重开' }));
  await page
    .getByText(/已冲销/)
    .first()
    .waitFor();
  await page.locator('[data-field="deliveryNote"] input').waitFor();
  expect(await page.locator('[data-field="deliveryNote"] input').inputValue()).toBe('YC-3001');
  await press(page.getByRole('button', { name: '分录', exact: true }));
  await expect
    .poll(async () => (await listRows(page, ['fromName', 'toName', 'quantity']))[0])
    .toBe('A-03-2 供应商 2');
});

test('the statement of the month adds up, leads to its entries, and is exported', async () => {
  await press(page.getByRole('button', { name: '月报', exact: true }));
  const row = ['partNumber', 'openingQuantity', 'inQuantity', 'outQuantity', 'closingQuantity', 'closingFen'];
  await page.locator('[role="gridcell"][col-id="closingFen"]', { hasText: '2,100.00' }).first().waitFor();
  // What was reversed is taken back where it came in; the total and the places follow.
  await expect.poll(async () => (await listRows(page, row))[0]).toBe(`${story.partNumber} 0 3  3 2,100.00`);
  const ends = (await listRows(page, ['partName', 'closingFen'])).slice(1);
  expect(ends[0]).toBe('合计 2,100.00');
  expect(ends[1]).toMatch(/^其中：.+ 2,100\.00$/);
  const cells = await exported(page);
  expect(cells.flat()).toContain(story.partNumber);
  const text = await openPaper(page, () => page.keyboard.press('Alt+l'), '/papers/month');
  for (const words of ['进销存月报', story.partNumber, '合计', '其中：']) expect(text).toContain(words);
  await putPaperAway(page);
  await press(page.getByRole('button', { name: '只看有变动的' }));
  await expect.poll(async () => (await listRows(page, ['partName']))[1]).toBe('合计（含没有变动的）');
  await press(page.getByRole('button', { name: '只看有变动的' }));
  await expect.poll(async () => (await listRows(page, ['partName']))[1]).toBe('合计');
  await press(page.getByRole('button', { name: '‹' }));
  await page.getByText('这个月没有结存').waitFor();
  await press(page.getByRole('button', { name: '›' }));
  await page.waitForURL(new RegExp(`month=${monthOf(today)}`));
  await expect.poll(async () => (await listRows(page, ['partNumber']))[0]).toBe(story.partNumber);
  await tabTo(page.locator('[role="gridcell"][col-id="partNumber"]').first());
  await page.keyboard.press('Enter');
  await expect.poll(() => listRows(page, ['quantity'])).toEqual(['2', '2', '3']);
});

/** What the exported list says, row by row. */
async function exported(at: Page): Promise<readonly (readonly string[])[]> {
  const coming = at.waitForEvent('download');
  await press(at.getByRole('button', { name: '导出 Excel' }));
  const download = await coming;
  const file = new File([Uint8Array.from(await bytesOf(download))], download.suggestedFilename());
  return (await readExcel(file)).map((row) => row.map((cell) => cell?.value ?? ''));
}
