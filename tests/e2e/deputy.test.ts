import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { draftRequisition } from './support/draft-requisition.ts';
import { clientOf, password, people, story } from './support/story-books.ts';

const office = officeOfThisFile({ name: 'deputy', books: 'filled' }, people);
let leader: ServiceClient;
let requisition: { readonly id: string; readonly number: string };

beforeAll(async () => {
  leader = await clientOf(office.address, people.leader.signInName, password);
  const technician = await clientOf(office.address, people.technician.signInName, password);
  const draft = await draftRequisition(technician);
  requisition = await technician.requisitions.submit({ operationId: newId<'operation'>(), ...draft });
});

test('whoever is named sees at once what they may decide, and no longer than that', async () => {
  const page = await office.sit('clerk');
  await page.goto(`${office.address}/#/requisitions/${requisition.id}`);
  await page.getByTestId('requisition').getByText(story.partNumber).waitFor();
  const approve = page.getByRole('button', { name: /^同意/ });
  expect(await approve.count()).toBe(0);

  const naming = await nameClerk();
  await expect.poll(() => approve.isEnabled().catch(() => false), { timeout: 10_000 }).toBe(true);

  await page.getByRole('button', { name: /^拒绝/ }).click();
  await page.keyboard.type('写到一半');
  // Another act, and another record, take the form away and not the words.
  await page.getByRole('button', { name: '返回修改' }).click();
  await page.locator('.act-panel b', { hasText: '返回修改' }).waitFor();
  expect(await page.locator('.act-panel textarea').inputValue()).toBe('');
  await page.evaluate(() => void (location.hash = '#/today'));
  await page.locator('.act-panel').waitFor({ state: 'detached' });
  await page.goBack();
  await page.getByRole('button', { name: /^拒绝/ }).click();
  await expect.poll(() => page.locator('.act-panel textarea').inputValue()).toBe('写到一半');
  await leader.people.endDeputy({ operationId: newId<'operation'>(), id: naming.id });
  await approve.waitFor({ state: 'detached' });
  // What was being written stays, and pressing on says why nothing comes of it.
  expect(await page.locator('.act-panel textarea').inputValue()).toBe('写到一半');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').getByText('这一步由部门负责人办理').waitFor();
});

test('the approval is kept with in whose place it was given', async () => {
  const page = await office.sit('clerk');
  await nameClerk();
  await page.reload();
  await page.getByRole('button', { name: /^同意/ }).waitFor();
  await page.keyboard.press('F9');
  await page
    .getByText(/LL\d{6}-0001 已批准/)
    .first()
    .waitFor();
  const { rows } = await leader.audit.list({
    filter: { subjectKind: 'requisition', subjectId: requisition.id },
    sort: { by: 'sequence', descending: true },
    limit: 1,
  });
  const leaderId = (await leader.session.me()).personId;
  expect(rows[0]).toMatchObject({ act: 'requisitions.approve', after: { deputyFor: [leaderId] } });
});

test('a form outlives what somebody else did meanwhile, says so, and is refused with its words kept', async () => {
  const technician = await clientOf(office.address, people.technician.signInName, password);
  const draft = await draftRequisition(technician);
  const waiting = await technician.requisitions.submit({ operationId: newId<'operation'>(), ...draft });
  const page = await office.sit('leader');
  await page.goto(`${office.address}/#/requisitions/${waiting.id}`);
  await page.getByTestId('requisition').getByText(story.partNumber).waitFor();
  await page.keyboard.press('F8');
  const reason = page.locator('.act-panel textarea');
  await reason.waitFor();
  await page.keyboard.type('单价不对');
  await technician.requisitions.withdraw({
    operationId: newId<'operation'>(),
    id: waiting.id,
    version: waiting.version,
    reason: '',
  });
  await page.locator('.act-panel').getByText('这条记录有了变化').waitFor();
  await page.keyboard.press('Control+s');
  await page.locator('.act-panel').getByRole('alert').waitFor();
  expect(await reason.inputValue()).toBe('单价不对');
  expect((await leader.requisitions.get({ id: waiting.id })).state).toBe('draft');
  await page.keyboard.press('Escape');
  await reason.waitFor({ state: 'detached' });
});

async function nameClerk() {
  const clerk = (await leader.people.list()).find((one) => one.name === people.clerk.name);
  const today = dayOf(Date.now());
  return leader.people.nameDeputy({
    operationId: newId<'operation'>(),
    deputyId: clerk!.id,
    fromDay: today,
    untilDay: today,
  });
}
