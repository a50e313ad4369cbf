import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { officeOfThisFile } from './support/manned-office.ts';
import { people } from './support/story-books.ts';

const office = officeOfThisFile({ name: 'nothing-cut', books: 'filled' }, people);

/** The screens of each desk, with the forms that are empty at their widest. */
const screens = {
  clerk: [
    '/today',
    '/contacts',
    '/contacts/call',
    '/contacts/letter',
    '/cases',
    '/customers',
    '/customers/new',
    '/customers/units',
    '/customers/units/new',
    '/customers/models/new',
    '/requisitions/new',
  ],
  warehouse: [
    '/stock/parts',
    '/stock/parts/new',
    '/stock/movements',
    '/stock/receipts/new',
    '/stock/month',
    '/stock/accounts/new',
    '/old-parts',
    '/requisitions',
  ],
  leader: ['/reports', '/requisitions/holders', '/settings', '/settings/roles', '/settings/policies'],
} as const;

/** Words that are cut off: labels, heads and buttons, and other words that have no title that says them whole. */
function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const whole = 'label.field-label, button, th, h1, h2, .ag-header-cell-text';
    const told = `${whole}, .cut, .ant-picker input, .ant-select-content, .field-fault`;
    return [...document.querySelectorAll<HTMLElement>(told)]
      .filter(
        (one) =>
          one.getClientRects().length > 0 &&
          getComputedStyle(one).overflowX !== 'visible' &&
          one.scrollWidth > one.clientWidth + 1 &&
          (one.matches(whole) || one.closest('[title]:not([title=""])') === null),
      )
      .map((one) => (one instanceof HTMLInputElement ? one.value : one.textContent));
  });
}

async function choose(page: Page, language: 'en' | 'zh-CN'): Promise<void> {
  await page.locator('.who-button').click();
  await page.locator('.ant-dropdown-menu-submenu-title').first().hover();
  await page.getByRole('menuitem', { name: language === 'en' ? 'English' : '中文' }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
}

test.each(['zh-CN', 'en'] as const)(
  'at 1366 pixels no label, head or button is cut in %s',
  async (language) => {
    const cut: Record<string, readonly string[]> = {};
    for (const who of ['clerk', 'warehouse', 'leader'] as const) {
      const page = await office.sit(who);
      await choose(page, language);
      for (const place of screens[who]) {
        await page.evaluate((path) => {
          location.hash = path;
        }, place);
        // Else the screen before might be the one that is measured.
        await page.reload();
        await page
          .locator('main.screen')
          .locator('.form, .ag-header-cell-text, .card table, .card .empty')
          .first()
          .waitFor();
        const words = await cutWords(page);
        if (words.length > 0) cut[place] = words;
      }
    }
    expect(cut).toEqual({});
  },
);

test('the measure finds a label that is squeezed', async () => {
  const page = await office.sit('warehouse');
  await page.evaluate(() => {
    location.hash = '/stock/parts/new';
  });
  const label = page.locator('label.field-label').first();
  await label.evaluate((one) => Object.assign(one.style, { width: '9px', minWidth: '0' }));
  expect(await cutWords(page)).toEqual([await label.innerText()]);
});
