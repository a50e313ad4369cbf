import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { enter, openPlace, press, tabTo, type } from './support/keyboard.ts';
import { listRows } from './support/list-rows.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { clientOf, password, people } from './support/story-books.ts';

const hourMs = 3_600_000;
const office = officeOfThisFile({ name: 'duties-by-keyboard', books: 'filled' }, people);
let page: Page;

beforeAll(async () => {
  const clerk = await clientOf(office.address, people.clerk.signInName, password);
  const call = {
    kind: 'call',
    direction: 'in',
    at: Date.now(),
    receivedDay: null,
    senderReference: '',
    customerId: null,
    contactPersonId: null,
    unitId: null,
    mileageKm: null,
    operatingHours: null,
    category: 'other',
    faultGroup: null,
    urgency: 'notUrgent',
    summary: '问配件价格',
    newCustomer: null,
    newUnit: null,
    unknownCaller: true,
  } as const;
  for (const [telephone, callerName, hours] of [
    ['13600001111', '顾师傅', 3],
    ['13600002222', '沈师傅', 1],
  ] as const)
    await clerk.contacts.record({
      operationId: newId(),
      ...call,
      telephone,
      callerName,
      outcome: { kind: 'toBeClarified', nextCallAt: Date.now() + hours * hourMs },
    });
  page = await office.sit('clerk');
});

// No mouse in it.
test('what is due first comes first, and Enter opens its record', async () => {
  await openPlace(page, '待办');
  await page.getByRole('heading', { name: '待办' }).waitFor();
  await expect
    .poll(() => listRows(page, ['kind', 'about']))
    .toEqual(expect.arrayContaining(['约定回电 沈师傅', '约定回电 顾师傅']));
  const rows = await listRows(page, ['kind', 'about']);
  expect(rows.indexOf('约定回电 沈师傅')).toBeLessThan(rows.indexOf('约定回电 顾师傅'));

  await tabTo(page.getByRole('gridcell').first());
  const duty = page.getByTestId('duty');
  await duty.waitFor();
  for (let presses = 0; presses < rows.indexOf('约定回电 沈师傅'); presses += 1)
    await page.keyboard.press('ArrowDown');
  await duty.getByText('沈师傅').waitFor();
  // Somebody who leads nobody waives nothing.
  expect(await page.getByRole('button', { name: /^免办/ }).count()).toBe(0);
  await enter(page);
  await page.getByRole('heading', { name: /LD\d{6}-0002/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: '待办' }).waitFor();
});

test('a leader sees everybody’s, and waives one with a reason', async () => {
  page = await office.sit('leader', '/duties');
  await press(page.getByRole('button', { name: '全部', exact: true }));
  await expect.poll(() => listRows(page, ['about'])).toContain('顾师傅');
  await tabTo(page.getByRole('gridcell').first());
  const row = (await listRows(page, ['about'])).indexOf('顾师傅');
  for (let presses = 0; presses < row; presses += 1) await page.keyboard.press('ArrowDown');
  await page.getByTestId('duty').getByText('顾师傅').waitFor();
  await page.keyboard.press('F6');
  await page.getByText(/^免办：约定回电 LD/).waitFor();
  await type(page, '已当面答复');
  await enter(page);
  await enter(page);
  await page.getByText('已免办').waitFor();
  await expect.poll(() => listRows(page, ['about'])).not.toContain('顾师傅');
});
