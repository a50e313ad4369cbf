import { describe, expect, test } from 'vitest';
import { operation } from '#tests/support/host.ts';
import { createCustomer, field, focusedField, values } from './support/form-fields.ts';
import { eventually, trialProgramOfThisFile } from './support/open-program.ts';
import { scanInto } from './support/scan-into.ts';

const program = trialProgramOfThisFile();

describe('fields by keyboard alone', () => {
  test('Enter leads through every input to the button, and each reads what was typed', async () => {
    await createCustomer(program, '深圳公交');
    const { page } = await program.open('/fields');
    const type = async (text: string) => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await type('周师傅');
    // Picked although Enter comes before the answer; the cursor goes on by itself.
    await type('shenzhen');
    await eventually(() => focusedField(page)).toBe('category');
    await type('2');
    await type('１８６４００');
    await type('1286.5');
    await type('12.5');
    await type('20261122');
    await page.keyboard.type('漏水');
    await page.keyboard.press('Alt+Enter');
    await type('再报');
    await page.keyboard.press('Enter');
    expect(await values(page)).toEqual({
      caller: '周师傅',
      customer: '深圳公交',
      category: 'complaint',
      km: 186400,
      priceFen: 128650,
      quantity: 12500,
      day: '2026-11-22',
      notes: '漏水\n再报',
      scanned: '',
      pressed: 'button',
    });
    expect(await field(page, 'priceFen').inputValue()).toBe('1,286.50');
  });

  test('what means nothing stays as typed and says so; mended, the word is gone', async () => {
    const { page } = await program.open('/fields');
    await field(page, 'day').fill('31.2');
    await page.keyboard.press('Enter');
    expect(await field(page, 'day').inputValue()).toBe('31.2');
    await eventually(() => page.locator('[data-field="day"] .field-fault').innerText()).toContain('1122');
    await field(page, 'day').fill('28.2.');
    await field(page, 'day').fill('2-28');
    await page.keyboard.press('Enter');
    expect(await page.locator('.field-fault').count()).toBe(0);
    expect((await values(page))['day']).toMatch(/^\d{4}-02-28$/);
  });

  test('what was typed and not picked stays, holds the saving up and says so; emptied, the form is saved', async () => {
    const { page } = await program.open('/fields');
    const fault = page.locator('[data-field="customer"] .field-fault');
    await field(page, 'customer').fill('没有这家');
    for (const save of [
      () => page.keyboard.press('Control+s'),
      () => page.getByRole('button', { name: '保存' }).last().click(),
    ]) {
      await save();
      await eventually(() => fault.innerText()).toContain('“没有这家”还没有选定');
      await eventually(() => focusedField(page)).toBe('customer');
      expect(await field(page, 'customer').inputValue()).toBe('没有这家');
      expect((await values(page))['pressed']).toBe('');
    }
    await page.keyboard.press('Tab');
    expect([await field(page, 'customer').inputValue(), await fault.count()]).toEqual(['没有这家', 1]);
    await field(page, 'customer').focus();
    await page.keyboard.press('Escape');
    expect([await field(page, 'customer').inputValue(), await fault.count()]).toEqual(['', 0]);
    await page.keyboard.press('Control+s');
    expect((await values(page))['pressed']).toBe('saved');
  });

  test('what is kept can still be picked later: an arrow or Enter opens its list again', async () => {
    await createCustomer(program, '后来才选');
    const { page } = await program.open('/fields');
    await field(page, 'customer').fill('后来才选');
    await page.getByRole('option', { name: '后来才选' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '后来才选' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => focusedField(page)).toBe('category');
    expect((await values(page))['customer']).toBe('后来才选');
    await page.keyboard.press('Control+s');
    expect((await values(page))['pressed']).toBe('saved');
  });

  test('a number or a day that means nothing holds the saving up as well', async () => {
    const { page } = await program.open('/fields');
    await field(page, 'km').fill('一万');
    await page.keyboard.press('Control+s');
    await eventually(() => page.locator('[data-field="km"] .field-fault').innerText()).toContain('整数');
    expect([await field(page, 'km').inputValue(), (await values(page))['pressed']]).toEqual(['一万', '']);
    await field(page, 'km').fill('10000');
    await page.keyboard.press('Control+s');
    expect(await values(page)).toMatchObject({ km: 10_000, pressed: 'saved' });
  });

  test('while a word is composed, Enter and the function keys belong to the input method', async () => {
    const { page, context } = await program.open('/fields');
    const devtools = await context.newCDPSession(page);
    await field(page, 'caller').focus();
    await devtools.send('Input.imeSetComposition', { text: '周师', selectionStart: 2, selectionEnd: 2 });
    for (const code of ['Enter', 'F9', 'Escape']) {
      await devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code,
        windowsVirtualKeyCode: 229,
      });
    }
    expect([await focusedField(page), (await values(page))['pressed']]).toEqual(['caller', '']);
    await devtools.send('Input.insertText', { text: '周师傅' });
    await page.keyboard.press('F9');
    await page.keyboard.press('Enter');
    expect([
      await focusedField(page),
      (await values(page))['pressed'],
      (await values(page))['caller'],
    ]).toEqual(['customer', 'F9', '周师傅']);
  });

  test('a scan goes to who takes it and leaves the field as it was; one nobody takes is typed', async () => {
    const { page } = await program.open('/fields');
    await field(page, 'caller').fill('周师傅');
    await scanInto(page, 'JJ202611-0051');
    await eventually(() => values(page)).toMatchObject({ scanned: 'JJ202611-0051', caller: '周师傅' });
    expect(await focusedField(page)).toBe('caller');
    await scanInto(page, 'JJ202611-0052', { composing: true });
    await eventually(() => values(page)).toMatchObject({ scanned: 'JJ202611-0052', caller: '周师傅' });
    await scanInto(page, '1307010');
    expect(await values(page)).toMatchObject({ scanned: 'JJ202611-0052', caller: '周师傅1307010' });
  });

  test('a scan that nobody takes stays out of a field for numbers, and the page says so', async () => {
    const { page } = await program.open('/fields');
    await field(page, 'km').fill('186400');
    await scanInto(page, '6901234567892');
    await page.getByText('扫到的“6901234567892”没有填进数字栏').waitFor();
    expect(await values(page)).toMatchObject({ km: 186_400 });
    expect(await focusedField(page)).toBe('km');
    await scanInto(page, 'PA-1307010', { composing: true });
    await page.getByText('扫到的“PA-1307010”没有填进数字栏').waitFor();
    expect(await values(page)).toMatchObject({ km: 186_400 });
  });
});

test('a list of people finds them by pinyin, by initials and by the name they sign in with', async () => {
  const admin = program.host.client('http', await program.host.signIn('admin'));
  await admin.people.create({
    operationId: operation(),
    signInName: 'xm.wang',
    name: '王小明',
    roles: ['clerk'],
    active: true,
    password: 'shouhou-desk',
  });
  const { page } = await program.open('/trial-customers/new');
  const owner = page.locator('[data-field="owner"]');
  for (const typed of ['王小', 'wxm', 'ｗｘｍ', 'WangXiao', 'wangxm', 'xmwang']) {
    await owner.locator('input').fill(typed);
    await eventually(() => page.locator('.ant-select-item-option').allInnerTexts()).toEqual(['王小明']);
    await page.keyboard.press('Enter');
    await page.locator('.ant-select-item-option').waitFor({ state: 'hidden' });
    await owner.locator('.ant-select-content[title="王小明"]').waitFor();
  }
});

test('what was typed into such a list and not chosen holds the saving up, in the field and after it was left', async () => {
  const { page } = await program.open('/trial-customers/new');
  const owner = page.locator('[data-field="owner"]');
  const fault = owner.locator('.field-fault');
  await field(page, 'name').fill('没有经办');
  await owner.locator('input').fill('没有这人');
  await page.keyboard.press('Control+s');
  await eventually(() => fault.innerText()).toContain('“没有这人”还没有选定');
  expect(await focusedField(page)).toBe('owner');
  await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
  await page.keyboard.press('Tab');
  await eventually(() => focusedField(page)).toBe('notes');
  await page.keyboard.press('Control+s');
  await eventually(() => focusedField(page)).toBe('owner');
  await eventually(() => fault.innerText()).toContain('“没有这人”还没有选定');
  await page.keyboard.press('Escape');
  expect(await fault.count()).toBe(0);
  await owner.locator('input').fill('clerk');
  await page.locator('.ant-select-item-option').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.waitForURL(/trial-customers\/(?!new)/);
});
