import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { presetPermissionsOf } from '#shared/domain/permissions.ts';
import { places } from '../../renderer/app/places.ts';
import {
  cursorIn,
  enter,
  enterUntil,
  intoRows,
  press,
  tabTo,
  type,
  typeAndEnter,
} from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { admin, clientOf, password, people } from './support/story-books.ts';

/** Nobody here may add anything: there is no address of a form that is theirs. */
const reader = { name: '唐财务', signInName: 'tangcw', role: 'finance' } as const;
const desks = { admin: { signInName: 'chenzx' }, reader, clerk: people.clerk } as const;

const office = officeOfThisFile({ name: 'addresses-and-focus', books: 'filled' }, desks);

beforeAll(async () => {
  const chief = await clientOf(office.address, admin.signInName, admin.password);
  const { name, signInName, role } = reader;
  const more = [
    { name, signInName, roles: [role] },
    { name: '陈主席', signInName: desks.admin.signInName, roles: ['admin' as const] },
  ];
  for (const person of more)
    await chief.people.create({ operationId: newId<'operation'>(), ...person, active: true, password });
});

const refused = (page: Page) => page.getByText('您的账号没有这项权限');
const titled = (page: Page) => page.locator('[data-title]:focus');

test('an address that is not theirs tells people who may and whom to ask, before they type', async () => {
  const page = await office.sit('reader');
  const held = presetPermissionsOf([reader.role]);
  const addresses = places.flatMap(({ asks = {} }) => Object.entries(asks));
  const isTheirs = (access: string) => access === 'signedIn' || [...held].some((one) => one === access);
  expect(addresses.map(([address]) => address)).toEqual(
    expect.arrayContaining([
      '/customers/new',
      '/customers/units/new',
      '/contacts/call',
      '/settings/people/new',
    ]),
  );
  for (const [address, access] of addresses) {
    await goTo(page, address);
    if (isTheirs(access)) {
      await page.locator('.page-head').waitFor();
      expect([address, await refused(page).count()]).toEqual([address, 0]);
    } else {
      await refused(page).waitFor();
      expect([address, await page.locator('main [data-form]').count()]).toEqual([address, 0]);
    }
  }
  await goTo(page, '/customers/new');
  await page.getByText('这一步由前台、部门负责人、管理员办理').waitFor();
  await press(page.getByRole('button', { name: '返回上一级' }));
  await page.waitForURL(/#\/customers$/);
});

test('those who may not are not told the keys either', async () => {
  const page = await office.sit('reader');
  await goTo(page, '/stock/accounts');
  await page.getByText('从左边选一个账户查看').waitFor();
  const chief = await office.sit('admin');
  await goTo(chief, '/stock/accounts');
  await chief.getByText('按 F8 新建').waitFor();
});

test('Enter leads to the roles, of which none stands chosen', async () => {
  const page = await office.sit('admin');
  await goTo(page, '/settings/people/new');
  await cursorIn(page, 'name');
  await typeAndEnter(page, '孙伟');
  await typeAndEnter(page, 'sunwei');
  await cursorIn(page, 'roles');
  expect(await page.locator('[data-field="roles"] [aria-checked="true"]').count()).toBe(0);
  await enterUntil(page, 'password');
  await type(page, password);
  await page.keyboard.press('Control+s');
  await page.locator('[data-field="roles"] .field-fault').waitFor();
  await cursorIn(page, 'roles');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+s');
  await page.locator('h2', { hasText: '孙伟' }).waitFor();
  expect(await page.locator('tr', { hasText: 'sunwei' }).innerText()).toContain('服务员');
});

test('what an act removes leaves the focus on the title of the record, from where the keys go on', async () => {
  const page = await office.sit('clerk');
  for (const number of ['13600002222', '13600003333']) {
    await page.keyboard.press('F2');
    await cursorIn(page, 'telephone');
    await type(page, number);
    await page.keyboard.press('F6');
    await cursorIn(page, 'outcome.nextCallAt');
    await page.keyboard.press('F6');
    await titled(page).filter({ hasText: /^LD/ }).waitFor();
  }
  const number = await titled(page).innerText();
  await page.locator('.ag-row', { hasText: number }).waitFor();
  await tabTo(page.getByRole('button', { name: '作废' }));
  await enter(page);
  await cursorIn(page, 'reason');
  await type(page, '写错了');
  await page.keyboard.press('Control+s');
  await titled(page).filter({ hasText: number }).waitFor();
  await page.getByText('写错了').waitFor();
  // The arrows still lead into the list, to the record beside this one.
  await page.keyboard.press('ArrowDown');
  await page.locator('.ag-cell-focus').waitFor();
  await expect.poll(() => page.locator('.master-detail h2').first().innerText()).not.toBe(number);
});

test('a card of the day says how many there are and leads to all of them', async () => {
  const page = await office.sit('clerk');
  await goTo(page, '/today');
  const card = page.locator('.card', { hasText: '待弄清，要打的电话' });
  await expect.poll(() => card.locator('.tag').first().innerText()).toBe('1');
  await tabTo(card.locator('tr').first());
  await page.keyboard.press('ArrowDown');
  await card.locator('button:focus', { hasText: '全部' }).waitFor();
  await enter(page);
  await page.waitForURL(/#\/contacts/);
  await intoRows(page);
  await page.locator('.ag-row').first().waitFor();
  expect(await page.locator('.ag-row').allInnerTexts()).toHaveLength(1);
});

test('in English no head of a list is cut, whatever columns are shown', async () => {
  const page = await office.sit('admin');
  await goTo(page, '/settings/appearance');
  await page.getByRole('radio', { name: 'English' }).click();
  for (const address of ['/stock/movements', '/stock/month', '/stock/parts', '/requisitions', '/cases']) {
    await goTo(page, address);
    await press(page.getByRole('button', { name: 'Columns' }));
    for (const box of await page.locator('.column-chooser input').all())
      if (!(await box.isChecked())) await box.click();
    await page.locator('.column-chooser input:not(:checked)').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('.ag-header-cell-text').first().waitFor();
    expect([address, await cutHeads(page)]).toEqual([address, []]);
  }
});

/** Goes to an address as if it had been typed into the browser's bar. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((path) => {
    location.hash = path;
  }, address);
  await page.waitForURL((url) => url.hash.startsWith(`#${address}`));
}

async function cutHeads(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator('.ag-header-cell-text')
    .evaluateAll((heads) =>
      heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent),
    );
}
