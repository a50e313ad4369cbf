import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { cursorIn, enter, enterUntil, pick, press, signIn, type, typeAndEnter } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { admin, clientOf, password, people, story } from './support/story-books.ts';

/** What the new unit may cost the clerk, beside the words of the call. */
const quickEnoughMs = 10_000;
const bus = { plate: '苏F·𠮷6789', serialNumber: 'LZYTAGBW6P1099001' } as const;
const inspector = { name: '孙工', signInName: 'sung' } as const;
const office = officeOfThisFile({ name: 'new-unit-call', books: 'filled' }, people);
let clerk: ServiceClient;
let page: Page;

beforeAll(async () => {
  await addModelAndInspector();
  clerk = await clientOf(office.address, people.clerk.signInName, password);
  page = await office.sit('clerk', '/contacts/call');
});

// No mouse in it.
test('a plate in no file becomes a unit on the card, kept through a reload; F9 asks what it is about', async () => {
  await callToUnit(page);
  const began = performance.now();
  await pick(page, bus.plate, `新建车辆：${bus.plate}`);
  await cursorIn(page, 'newUnit.productId');
  await pickModel(page, 'JN6105');
  await enterUntil(page, 'mileageKm');
  expect(performance.now() - began).toBeLessThan(quickEnoughMs);
  await typeAndEnter(page, '5120');
  await page.getByTestId('nothing-to-judge').getByText('还没有售出日期').waitFor();

  await page.getByTestId('draft-note').getByText('已自动保存').waitFor();
  await page.reload();
  await page.getByTestId('draft-note').getByText('草稿已恢复').waitFor();
  await page.getByTestId('new-unit').getByTitle('JN6105').waitFor();
  expect(await inputOf(page, 'newUnit.plate').inputValue()).toBe(bus.plate);

  await page.keyboard.press('F9');
  await cursorIn(page, 'summary');
  await page.locator('[data-field="summary"]').getByText('立服务单要写明是什么事').waitFor();
  await type(page, story.symptom);
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: /^FW\d{6}-0001$/ }).waitFor();
  await page.getByText(bus.plate).first().waitFor();

  const unit = await unitOf(bus.plate);
  expect(unit).toMatchObject({ productCode: 'JN6105', customerName: story.customer, serialNumber: '' });
  expect(unit.readings).toMatchObject([{ mileageKm: 5120, source: expect.stringMatching(/^LD\d{6}-0001$/) }]);
});

test('one that is in a file after all is refused at its field, offered, and taken; nothing typed is lost', async () => {
  await page.keyboard.press('F2');
  await callToUnit(page);
  await pick(page, bus.serialNumber, `新建车辆：${bus.serialNumber}`);
  expect(await inputOf(page, 'newUnit.serialNumber').inputValue()).toBe(bus.serialNumber);
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await page.locator('[data-field="newUnit.productId"]').getByText('新建车辆要选型号').waitFor();
  await cursorIn(page, 'newUnit.productId');
  await pickModel(page, 'JN6120');
  await cursorIn(page, 'newUnit.plate');
  // Written otherwise than in its file.
  await typeAndEnter(page, bus.plate.replace('·', ' '));
  await enterUntil(page, 'mileageKm');
  await type(page, '5130');
  await page.keyboard.press('F6');
  await page.locator('[data-field="newUnit.plate"]').getByText(`“${bus.plate}”已经有了`).waitFor();
  await cursorIn(page, 'newUnit.plate');
  await press(page.getByTestId('existing-unit').getByRole('button', { name: '就用这一台' }));
  await page.getByTestId('new-unit').waitFor({ state: 'detached' });
  await page.getByTestId('warranty-light').waitFor();
  expect(await inputOf(page, 'mileageKm').first().inputValue()).toBe('5,130');
  await page.keyboard.press('F6');
  await page.getByText(/已登记 LD\d{6}-0002/).waitFor();
  expect((await unitOf(bus.plate)).readings.map(({ mileageKm }) => mileageKm)).toEqual([5130, 5120]);
});

test('a call that was held takes its new unit when it is clarified', async () => {
  const held = await clerk.contacts.record({
    operationId: newId(),
    kind: 'call',
    direction: 'in',
    at: Date.now(),
    receivedDay: null,
    senderReference: '',
    telephone: story.caller,
    callerName: '',
    customerId: null,
    contactPersonId: null,
    unitId: null,
    mileageKm: null,
    operatingHours: null,
    category: 'repair',
    faultGroup: null,
    urgency: 'limping',
    summary: '',
    newCustomer: null,
    outcome: { kind: 'toBeClarified', nextCallAt: null },
  });
  await page.goto(`${office.address}/#/contacts/${held.id}`);
  const form = page.getByTestId('clarify-form');
  await page.getByTestId('contact-detail').waitFor();
  await page.keyboard.press('F6');
  await form.waitFor();
  await form.locator('[data-field="unitId"] input').focus();
  await pick(page, bus.serialNumber, `新建车辆：${bus.serialNumber}`);
  await cursorIn(page, 'newUnit.productId');
  await pickModel(page, 'JN6105');
  await enterUntil(page, 'outcome.kind');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+s');
  await cursorIn(page, 'summary');
  await form.getByText('立服务单要写明是什么事').waitFor();
  await type(page, story.symptom);
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: /^FW\d{6}-0002$/ }).waitFor();
  expect(await unitOf(bus.serialNumber)).toMatchObject({ customerName: story.customer, plate: '' });
});

test('who may not edit units is not offered to make one', async () => {
  const other = await office.open('/contacts/call');
  await signIn(other, inspector.signInName, password);
  await callToUnit(other);
  await type(other, '苏F·00000');
  await other.getByText('没有查到').waitFor();
  expect(await other.getByRole('option').count()).toBe(0);
  // Nor told to make one where there is no button for it.
  for (const path of ['/customers', '/customers/units', '/customers/models', '/stock/receipts']) {
    await other.goto(`${office.address}/#${path}`);
    await other.getByText(/^(在|从)左边选一[个台张].*查看。$/).waitFor();
  }
});

/** The number of the customer, and the cursor on the unit. */
async function callToUnit(at: Page): Promise<void> {
  await cursorIn(at, 'telephone');
  await type(at, story.caller);
  await at.getByTestId('caller-card').getByText(story.plate).waitFor();
  await enterUntil(at, 'unitId');
  await at.keyboard.press('Control+a');
}

/** Types the code of a model into the list that has the focus, chooses it and goes on. */
async function pickModel(at: Page, code: string): Promise<void> {
  await type(at, code);
  await at.locator('.ant-select-item-option-active').filter({ hasText: code }).waitFor();
  await enter(at);
  await at.getByTestId('new-unit').getByTitle(code).waitFor();
}

function inputOf(at: Page, field: string) {
  return at.locator(`[data-field="${field}"] input`);
}

async function unitOf(text: string) {
  const { rows } = await clerk.units.list({
    filter: { text },
    sort: { by: 'createdAt', descending: true },
    limit: 5,
  });
  expect(rows).toHaveLength(1);
  return clerk.units.get({ id: rows[0]?.id ?? '' });
}

/** A second model, so that one has to be chosen, and somebody who records calls and edits no units. */
async function addModelAndInspector(): Promise<void> {
  const administrator = await clientOf(office.address, admin.signInName, admin.password);
  const model = { code: 'JN6105', name: '10 米城市客车', productLine: '城市客车', active: true };
  await administrator.units.createProduct({ operationId: newId(), ...model });
  await administrator.people.create({
    operationId: newId(),
    ...inspector,
    roles: ['quality'],
    active: true,
    password,
  });
}
