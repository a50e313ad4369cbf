import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import { cursorIn, enterUntil, type, typeAndEnter } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { admin, clientOf, password, people } from './support/story-books.ts';

const desks = { admin: { signInName: 'chenzx' }, clerk: people.clerk } as const;
const office = officeOfThisFile({ name: 'roles', books: 'filled' }, desks);
let chief: ServiceClient;

beforeAll(async () => {
  chief = await clientOf(office.address, admin.signInName, admin.password);
  const person = { name: '陈主席', signInName: desks.admin.signInName, roles: ['admin'], active: true };
  await chief.people.create({ operationId: newId<'operation'>(), ...person, password });
});

test('a role of the firm is added by keyboard, and given to somebody', async () => {
  const page = await office.sit('admin');
  await goTo(page, '/settings/roles');
  await page.getByText('从左边选一个角色查看').waitFor();
  await page.keyboard.press('F9');
  await cursorIn(page, 'name');
  await typeAndEnter(page, '派工员');
  await cursorIn(page, 'permissions');
  const focus = page.locator('[data-field="permissions"] :focus');
  expect(await focus.innerText()).toBe('查看客户');
  await page.keyboard.press('ArrowRight');
  expect(await focus.innerText()).toBe('新增、修改客户');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focus.innerText()).toBe('修改、推进服务单');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+s');
  await page.locator('h2', { hasText: '派工员' }).waitFor();
  const made = (await chief.people.listRoles()).find(({ name }) => name === '派工员');
  expect(made?.permissions).toEqual(
    expect.arrayContaining(['customers.view', 'customers.edit', 'cases.edit']),
  );
  expect(made?.permissions).not.toContain('people.edit');

  await goTo(page, '/settings/people/new');
  await cursorIn(page, 'name');
  await typeAndEnter(page, '孙伟');
  await typeAndEnter(page, 'sunwei');
  await cursorIn(page, 'roles');
  // It stands after the eight of the preset.
  for (const _ of presetRoles) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await enterUntil(page, 'password');
  await type(page, password);
  await page.keyboard.press('Control+s');
  await page.locator('h2', { hasText: '孙伟' }).waitFor();
  expect(await page.locator('tr', { hasText: 'sunwei' }).innerText()).toContain('派工员');
});

test('what a role loses goes from the page of its holders at once', async () => {
  const page = await office.sit('clerk');
  await goTo(page, '/customers');
  const link = page.locator('nav a', { hasText: '备件' }).first();
  await link.waitFor();
  const role = (await chief.people.listRoles()).find(({ code }) => code === 'clerk');
  if (!role) throw new Error('the roles of the preset are always there');
  const { code, version, name } = role;
  const permissions = role.permissions.filter((one) => !['stock.view', 'parts.view'].includes(one));
  await chief.people.saveRole({
    operationId: newId<'operation'>(),
    code,
    version,
    name,
    permissions,
    active: true,
  });
  await link.waitFor({ state: 'detached' });
});

test('the administrator cannot take away what the firm needs to get in again', async () => {
  const page = await office.sit('admin');
  await goTo(page, '/settings/roles/admin');
  const kept = page.getByRole('checkbox', { name: '管理人员和角色' });
  await kept.waitFor();
  expect([await kept.isDisabled(), await kept.getAttribute('aria-checked')]).toEqual([true, 'true']);
  await page.getByText('以免谁也进不来').waitFor();
});

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(`${office.address}/#${address}`);
}
