import type { Locator, Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { operation } from '#tests/support/host.ts';
import { eventually, trialProgramOfThisFile } from './support/open-program.ts';

const program = trialProgramOfThisFile();

async function recordContact() {
  const client = program.host.client('http', await program.host.signIn('clerk'));
  const { id } = await client.contacts.record({
    operationId: operation(),
    kind: 'call',
    direction: 'in',
    at: program.host.host.parts.database.clock.now(),
    receivedDay: null,
    senderReference: '',
    telephone: '13800000001',
    callerName: '周师傅',
    customerId: null,
    contactPersonId: null,
    unitId: null,
    mileageKm: null,
    operatingHours: null,
    category: 'enquiry',
    faultGroup: null,
    urgency: 'notUrgent',
    summary: '问价',
    newCustomer: null,
    newUnit: null,
    outcome: { kind: 'answered', answer: '已答复' },
  });
  const prints = async () => (await client.papers.prints({ documentId: id })).map(({ ordinal }) => ordinal);
  return { id, prints };
}

/** Holds the paper back that is being made for the print. */
async function holdPaper(page: Page): Promise<() => Promise<Route>> {
  const held = Promise.withResolvers<Route>();
  await page.route('**/rpc/papers/printed', (route) => held.resolve(route), { times: 1 });
  return () => held.promise;
}

async function printAndClose(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await page.locator('.paper-panel canvas').first().waitFor();
  await page.keyboard.press('Control+p');
}

/** Whether all of it stands inside the window: what is drawn outside counts as visible. */
async function isInWindow(thing: Locator): Promise<boolean> {
  const box = await thing.boundingBox();
  const window = thing.page().viewportSize();
  return box !== null && window !== null && box.y >= 0 && box.y + box.height <= window.height;
}

const papersSent = (page: Page) => page.locator('body > iframe[src^="blob:"]').count();

test('a preview closed while its paper is being made says that the print goes on, and it does, counted once', async () => {
  const contact = await recordContact();
  const { page } = await program.open(`/paper?contact=${contact.id}`);
  const held = await holdPaper(page);
  await printAndClose(page);
  const route = await held();
  await page.keyboard.press('Escape');
  await page.locator('.paper-panel').waitFor({ state: 'detached' });
  const told = page.locator('.ant-message').getByText('the record 还在打印');
  await told.waitFor();
  await eventually(() => isInWindow(told)).toBe(true);
  expect([await papersSent(page), await contact.prints()]).toEqual([0, [1]]);
  await route.continue();
  await eventually(() => papersSent(page)).toBe(1);
  expect(await contact.prints()).toEqual([1]);
});

test('a paper that could not be made after the preview was closed says so, and the next print is the one counted', async () => {
  const contact = await recordContact();
  const { page } = await program.open(`/paper?contact=${contact.id}`);
  const held = await holdPaper(page);
  await printAndClose(page);
  const route = await held();
  await page.keyboard.press('Escape');
  await page.locator('.paper-panel').waitFor({ state: 'detached' });
  await route.abort();
  await page.locator('.ant-message-error').getByText('the record').waitFor();
  expect([await papersSent(page), await contact.prints()]).toEqual([0, [1]]);

  await printAndClose(page);
  await eventually(() => papersSent(page)).toBe(1);
  expect(await contact.prints()).toEqual([1]);
});

test('asked for again while it is under way, it is the same print', async () => {
  const contact = await recordContact();
  const { page } = await program.open(`/paper?contact=${contact.id}`);
  const held = await holdPaper(page);
  await printAndClose(page);
  const route = await held();
  await page.keyboard.press('Escape');
  await printAndClose(page);
  await route.continue();
  await eventually(() => papersSent(page)).toBe(1);
  expect(await contact.prints()).toEqual([1]);
});
