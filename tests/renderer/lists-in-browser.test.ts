import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { operation } from '#tests/support/host.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';
import { eventually, trialProgramOfThisFile } from './support/open-program.ts';
import { twoPages } from './support/two-pages.ts';

const customerCount = 230;

const program = trialProgramOfThisFile();
let client: ServiceClient;
beforeAll(async () => {
  client = program.host.client('http', await program.host.signIn('clerk'));
  for (let number = 1; number <= customerCount; number += 1)
    await createCustomer(`C${String(number).padStart(4, '0')}`);
});

async function createCustomer(name: string): Promise<string> {
  return (
    await client.customers.create({
      operationId: operation(),
      ...plainCustomer,
      name,
      telephones: [],
      person: null,
    })
  ).id;
}

const names = (page: Page) => page.locator('.ag-row [col-id="name"]').allInnerTexts();
const row = (page: Page, name: string) => page.locator('.ag-row', { hasText: name });
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.ag-row')?.textContent ?? '');

describe('a list', () => {
  test('is read as far as somebody looks, and knows its length at the end', async () => {
    const { page } = await program.open('/trial-customers');
    await row(page, 'C0001').waitFor();
    expect(await page.locator('.list-acts').innerText()).toContain('100 行以上');
    await row(page, 'C0001').click();
    // Page after page, as a person would.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('PageDown');
          return await page.locator('.list-acts').innerText();
        },
        { timeout: 15_000, interval: 40 },
      )
      .toContain(`${customerCount} 行`);
    await page.keyboard.press('Control+End');
    await row(page, `C0${customerCount}`).waitFor();
  });

  test('says that its filter hides the record shown beside it', async () => {
    const { page } = await program.open('/trial-customers');
    await row(page, 'C0001').click();
    const notice = page.getByTestId('selected-hidden');
    await page.getByRole('textbox', { name: '筛选' }).fill('C0002');
    await notice.waitFor();
    await page.getByRole('textbox', { name: '筛选' }).fill('C0001');
    await row(page, 'C0001').waitFor();
    await eventually(() => notice.count()).toBe(0);
  });

  test('is sorted by the host, and remembers it', async () => {
    const { page } = await program.open('/trial-customers');
    await row(page, 'C0001').waitFor();
    await page.locator('.ag-header-cell[col-id="name"]').click();
    await row(page, `C0${customerCount}`).waitFor();
    await eventually(async () => (await names(page)).toSorted().at(-1)).toBe(`C0${customerCount}`);
    await page.reload();
    await row(page, `C0${customerCount}`).waitFor();
    expect(await names(page)).not.toContain('C0001');
  });

  test('is filtered while typing; Down goes to the rows, arrows show each record, Enter goes into it', async () => {
    const { page } = await program.open('/trial-customers');
    await page.locator('.list-bar input').fill('C012');
    await eventually(() => page.locator('.list-acts').innerText()).toContain('10 行');
    await page.locator('.list-bar input').press('ArrowDown');
    expect(await focusedRow(page)).toContain('C0120');
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.locator('[data-field="name"] input').inputValue()).toBe('C0121');
    expect(await focusedRow(page)).toContain('C0121');
    await page.keyboard.press('Enter');
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    ).toBe('name');
    await page.locator('.list-bar input').fill('nobody');
    await page.getByText('没有符合条件的记录').waitFor();
    await page.getByText('清除筛选').click();
    await row(page, 'C0001').waitFor();
  });

  test('shows what others have changed, in its place and without losing the cursor', async () => {
    const { page } = await program.open('/trial-customers');
    await row(page, 'C0001').waitFor();
    await row(page, 'C0005').click();
    const { rows } = await client.customers.list({
      filter: { text: 'C0003' },
      sort: { by: 'name', descending: false },
      limit: 1,
    });
    const { id, ...before } = await client.customers.get({ id: rows[0]!.id });
    await client.customers.edit({
      operationId: operation(),
      ...plainCustomer,
      id,
      version: before.version,
      name: 'C0003 新名',
      telephones: [],
    });
    await createCustomer('C0000');
    await row(page, 'C0003 新名').waitFor();
    await row(page, 'C0000').waitFor();
    await eventually(() => page.locator('.ag-row-selected').innerText()).toContain('C0005');
    await eventually(() => focusedRow(page)).toContain('C0005');
    await page.keyboard.press('ArrowDown');
    await eventually(() => focusedRow(page)).toContain('C0006');
    await eventually(() => page.locator('.ag-row-selected').innerText()).toContain('C0006');
  });

  test('takes the focus along to the record that an act shows next', async () => {
    const { page } = await program.open('/trial-customers');
    await row(page, 'C0010').click();
    await eventually(() => page.locator('.ag-row-selected').innerText()).toContain('C0010');
    const { rows } = await client.customers.list({
      filter: { text: 'C0014' },
      sort: { by: 'name', descending: false },
      limit: 1,
    });
    await page.evaluate((id) => (location.hash = `/trial-customers/${id}`), rows[0]!.id);
    await eventually(() => focusedRow(page)).toContain('C0014');
    await page.keyboard.press('ArrowDown');
    await eventually(() => focusedRow(page)).toContain('C0015');
    await eventually(() => page.locator('[data-field="name"] input').inputValue()).toBe('C0015');
  });

  test('keeps the focus to itself when the last row of it vanishes, and gives it to the next that comes', async () => {
    const id = await createCustomer('只此一行');
    const rename = async (name: string) => {
      const { version } = await client.customers.get({ id });
      const input = { operationId: operation(), ...plainCustomer, id, version, name, telephones: [] };
      await client.customers.edit(input);
    };
    const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');
    const { page } = await program.open('/trial-customers');
    await page.locator('.list-bar input').fill('只此一行');
    await eventually(() => names(page)).toEqual(['只此一行']);
    await page.locator('.list-bar input').press('ArrowDown');
    expect(await focusedRow(page)).toContain('只此一行');

    await rename('改了名字');
    await page.getByText('没有符合条件的记录').waitFor();
    await eventually(() => focused(page)).toBe('list');
    expect(
      await page.locator('.ag-header :focus, .ag-header-cell.ag-header-active:focus-within').count(),
    ).toBe(0);

    await rename('只此一行');
    await eventually(() => names(page)).toEqual(['只此一行']);
    await page.keyboard.press('ArrowDown');
    await eventually(() => focusedRow(page)).toContain('只此一行');
  });

  test('grows past its known end', async () => {
    const { page } = await program.open('/trial-customers');
    await page.locator('.list-bar input').fill('WW');
    await page.getByText('没有符合条件的记录').waitFor();
    for (let number = 0; number < 101; number += 1)
      await createCustomer(`WW${String(number).padStart(3, '0')}`);
    await eventually(() => page.locator('.list-acts').innerText()).toMatch(/10[01] 行/);
    await row(page, 'WW000').click();
    // The last changes may still be on their way.
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+End');
        return await row(page, 'WW100').count();
      })
      .toBe(1);
  });

  test('columns are chosen and remembered', async () => {
    const { page } = await program.open('/trial-customers');
    await row(page, 'C0001').waitFor();
    await page.getByLabel('显示的列').click();
    await page.getByRole('checkbox', { name: '时间' }).check();
    await page.locator('.ag-header-cell[col-id="createdAt"]').waitFor();
    await page.reload();
    await page.locator('.ag-header-cell[col-id="createdAt"]').waitFor();
  });
});

describe('the frame', () => {
  test('shows the places a person may see, and no screen they may not', async () => {
    const { page } = await program.open('/paper', { person: 'auditor' });
    expect(await page.locator('.places:not(.inner) a .cut').allInnerTexts()).toEqual([
      '来电来函',
      '客户与产品',
      '设置',
    ]);
    await page.getByText('这一步由前台、库管').waitFor();
  });

  test('signs in by keyboard alone, and out', async () => {
    const { page } = await program.open('/fields', { person: null });
    await page.keyboard.type('clerk');
    await page.keyboard.press('Enter');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.banner').waitFor();
    await page.locator('input[type="password"]').fill('clerk password');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.frame').waitFor();
    await page.locator('.who-button').click();
    await page.getByText('退出登录').click();
    await page.locator('.gate').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('shouhou/token'))).toBeNull();
  });

  test('switches language and look at once and remembers them', async () => {
    const { page } = await program.open('/settings/appearance');
    await page.getByRole('radio', { name: 'English' }).click();
    await page.locator('h1', { hasText: 'Settings' }).waitFor();
    await page.getByRole('radio', { name: 'Dark' }).click();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(18, 23, 28)',
    );
    await page.reload();
    await page.locator('h1', { hasText: 'Settings' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['look'])).toBe('dark');
  });

  test('the search field opens places and records; the help panel lists the keys of the screen', async () => {
    const { page } = await program.open('/fields');
    await page.keyboard.press('F3');
    await page.keyboard.type('设置');
    await page.getByRole('option', { name: '设置' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/settings/);
    await page.keyboard.press('F2');
    await page.waitForURL(/trial-customers\/new/);
    await page.keyboard.press('F1');
    const help = page.locator('.help-keys');
    await help.waitFor();
    expect(await help.innerText()).toMatch(/Ctrl S[\s\S]*保存/);
    expect(await help.innerText()).toMatch(/F2[\s\S]*新增/);
  });

  test('a paper lies over the screen, page by page, and Escape puts it away', async () => {
    const { page } = await program.open('/paper', { files: { '/two-pages.pdf': twoPages } });
    await page.keyboard.press('F8');
    await eventually(() => page.locator('.paper-pages canvas').count()).toBe(2);
    const inkOf = (number: number) =>
      page.evaluate((wanted) => {
        const canvas = document.querySelector<HTMLCanvasElement>(`canvas[data-page="${wanted}"]`);
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((value, index) => index % 4 === 0 && value < 128).length;
      }, number);
    expect(await inkOf(1)).toBeGreaterThan(5000);
    expect(await inkOf(2)).toBeGreaterThan(5000);
    await page.keyboard.press('Escape');
    await page.locator('.paper-panel').waitFor({ state: 'detached' });
    expect(page.url()).toContain('/paper');
  });
});
