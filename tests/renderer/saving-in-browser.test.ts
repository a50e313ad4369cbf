import { describe, expect, test } from 'vitest';
import { operation } from '#tests/support/host.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';
import { createCustomer, field, focusedField } from './support/form-fields.ts';
import { eventually, trialProgramOfThisFile } from './support/open-program.ts';

const program = trialProgramOfThisFile();

describe('saving', () => {
  test('what the host refuses stands at its field, with the cursor in it, and nothing typed is gone', async () => {
    const { page } = await program.open('/trial-customers/new');
    await field(page, 'notes').fill('要回访');
    await page.keyboard.press('Control+s');
    await eventually(() => page.locator('[data-field="name"] .field-fault').innerText()).toBe('请填写');
    expect(await focusedField(page)).toBe('name');
    expect(await field(page, 'notes').inputValue()).toBe('要回访');
    // It was said of another text.
    await page.keyboard.type('新');
    await eventually(() => page.locator('[data-field="name"] .field-fault').count()).toBe(0);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+s');
    await eventually(() => page.locator('[data-field="name"] .field-fault').innerText()).toBe('请填写');
  });

  test('a button beside the form does not save past what was not picked either', async () => {
    const { page } = await program.open('/trial-customers/new');
    await field(page, 'name').fill('差一辆车');
    await field(page, 'unit').fill('藏A00000');
    await page.keyboard.press('F9');
    await eventually(() => page.locator('[data-field="unit"] .field-fault').innerText()).toContain(
      '藏A00000',
    );
    expect(await focusedField(page)).toBe('unit');
    await field(page, 'unit').fill('');
    await page.keyboard.press('F9');
    await page.waitForURL(/trial-customers\/(?!new)/);
  });

  test('somebody was faster: both versions, and mine is kept upon theirs', async () => {
    const id = await createCustomer(program, '两人同改');
    const { page } = await program.open(`/trial-customers/${id}`);
    await field(page, 'notes').fill('我的');
    const client = program.host.client('http', await program.host.signIn('leader'));
    await client.customers.edit({
      operationId: operation(),
      id,
      version: 1,
      ...plainCustomer,
      name: '两人同改',
      notes: '别人的',
      telephones: [],
    });
    await page.keyboard.press('Control+s');
    const versions = page.locator('.two-versions');
    await versions.waitFor();
    expect(await versions.locator('tbody tr').allInnerTexts()).toEqual(['备注\t我的\t别人的']);
    expect(await versions.innerText()).toContain('leader');
    await versions.getByRole('button').first().click();
    await versions.waitFor({ state: 'detached' });
    expect(await client.customers.get({ id })).toMatchObject({ notes: '我的', version: 3 });
    await eventually(() => page.locator('.card h2').innerText()).toBe('as saved');
  });

  test('or theirs is taken', async () => {
    const id = await createCustomer(program, '听别人的');
    const { page } = await program.open(`/trial-customers/${id}`);
    await field(page, 'notes').fill('我的');
    const client = program.host.client('http', await program.host.signIn('leader'));
    await client.customers.edit({
      operationId: operation(),
      id,
      version: 1,
      ...plainCustomer,
      name: '听别人的',
      notes: '别人的',
      telephones: [],
    });
    await page.keyboard.press('Control+s');
    await page.locator('.two-versions').getByRole('button').last().click();
    await eventually(() => field(page, 'notes').inputValue()).toBe('别人的');
    expect(await client.customers.get({ id })).toMatchObject({ version: 2 });
  });

  test('pressed without a connection: it says so, and is saved once when the connection is back', async () => {
    const { page, context } = await program.open('/trial-customers/new');
    await field(page, 'name').fill('断线客户');
    await context.setOffline(true);
    await page.keyboard.press('Control+s');
    await page.locator('.gone-bar').waitFor();
    expect(await field(page, 'name').inputValue()).toBe('断线客户');
    await context.setOffline(false);
    await page.locator('.gone-bar').waitFor({ state: 'detached', timeout: 15_000 });
    await page.waitForURL(/trial-customers\/(?!new)/);
    const client = program.host.client('http', await program.host.signIn('clerk'));
    const found = await client.customers.list({
      filter: { text: '断线客户' },
      sort: { by: 'name', descending: false },
      limit: 10,
    });
    expect(found.rows).toHaveLength(1);
  });

  test('the session ends under the work: signed in again, all is still there', async () => {
    const { page } = await program.open('/trial-customers/new', { person: 'clerk' });
    await field(page, 'name').fill('还在');
    const token = await page.evaluate(() => sessionStorage.getItem('shouhou/token') ?? '');
    await program.host.client('http', token).session.signOut();
    await page.keyboard.press('Control+s');
    await page.locator('.gate-over').waitFor();
    // What lies under the sign-in is out of reach of keys.
    await page.locator('.gate-over input[type="password"]').focus();
    for (const key of ['F3', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
    expect(await page.locator('.frame :focus').count()).toBe(0);
    await page.locator('.gate-over input[type="password"]').fill('clerk password');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.gate-over').waitFor({ state: 'detached' });
    expect(await field(page, 'name').inputValue()).toBe('还在');
  });
});
