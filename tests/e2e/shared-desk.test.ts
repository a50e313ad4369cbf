import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { plainCall, plainCustomer } from '#tests/support/plain-records.ts';
import { cursorIn, enterUntil, press, signIn, type, typeAndEnter } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { clientOf, password, people, story } from './support/story-books.ts';

const pin = '4711';
const office = officeOfThisFile({ name: 'shared-desk', books: 'filled' }, people);
let page: Page;

beforeAll(async () => {
  const store = await clientOf(office.address, people.warehouse.signInName, password);
  await store.session.setPin({ operationId: newId<'operation'>(), password, pin });
  page = await office.open();
  await signIn(page, people.clerk.signInName, password);
});

test('a number of two customers is asked about, and the other one stays a key away', async () => {
  const desk = await clientOf(office.address, people.clerk.signInName, password);
  await desk.customers.create({
    operationId: newId<'operation'>(),
    ...plainCustomer,
    name: '同号车队',
    telephones: [{ shown: story.caller }],
    person: null,
  });
  await page.keyboard.press('F2');
  await cursorIn(page, 'telephone');
  await typeAndEnter(page, story.caller);
  const customer = page.locator('[data-field="customerId"] input');
  const asked = page.getByTestId('same-number');
  await asked.getByText('是谁打来的').waitFor();
  await asked.getByRole('button', { name: story.customer }).waitFor();
  expect(await customer.inputValue()).toBe('');
  await press(asked.getByRole('button', { name: '同号车队' }));
  await expect.poll(() => customer.inputValue()).toBe('同号车队');
  await asked.getByRole('button', { name: story.customer }).waitFor();
});

test('at a hand-over a wrong PIN is called that, and nobody lands on a call they may not take', async () => {
  await enterUntil(page, 'summary');
  await type(page, '只有前台看得见');
  await page.locator('header').getByText(people.clerk.name).click();
  await page.getByText('换人（PIN）').click();
  const panel = page.getByRole('dialog');
  await panel.getByText(people.warehouse.name).click();
  await panel.locator('input[type="password"]').focus();
  await typeAndEnter(page, '9999');
  await panel.getByText('PIN 不对，请重新输入。').waitFor();
  await panel.locator('input[type="password"]').focus();
  await typeAndEnter(page, pin);
  await page.locator('header').getByText(people.warehouse.name).waitFor();
  await page.getByText('这一步由前台、').waitFor();
  expect(await page.locator('[data-field="telephone"]').count()).toBe(0);
});

test('each file that is not attached is named, with what to do', async () => {
  const desk = await clientOf(office.address, people.clerk.signInName, password);
  const contact = await desk.contacts.record({
    operationId: newId<'operation'>(),
    ...plainCall,
    at: Date.now(),
    outcome: { kind: 'answered', answer: '' },
  });
  const window = await office.sit('clerk');
  await window.goto(`${office.address}/#/contacts/${contact.id}`);
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
  await window
    .getByTestId('attachment-picker')
    .setInputFiles([
      file('空.pdf', Buffer.alloc(0)),
      file('大.pdf', Buffer.alloc(20_000_001)),
      file('程序 "𠮷".pdf', Buffer.from('MZ not a paper')),
      file('好 "𠮷".pdf', Buffer.from('%PDF-1.4 broken')),
    ]);
  const banner = window.getByRole('alert');
  await banner.getByText('“空.pdf”没有添加：文件是空的').waitFor();
  await banner.getByText('“大.pdf”超过 20 MB').waitFor();
  await banner.getByText('不能接收文件“程序 _𠮷_.pdf”').waitFor();
  const kept = window.getByTestId('attachments').getByRole('button');
  await expect.poll(() => kept.count()).toBe(1);

  // What cannot be opened here can still be saved, and its small window does not stand before the paper.
  await kept.click();
  await window.getByRole('button', { name: '查看' }).click();
  await window.getByText('附件请另存后用别的程序打开').waitFor();
  await window.getByRole('button', { name: '查看' }).waitFor({ state: 'hidden' });
});
