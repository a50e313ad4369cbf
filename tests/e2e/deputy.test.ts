import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { officeOpensWithinMs, openOffice } from './support/manned-office.ts';
import type { MannedOffice } from './support/manned-office.ts';
import { clientOf, fillBooks, password, people, setUpBooks, story } from './support/story-books.ts';

let office: MannedOffice<keyof typeof people>;
let leader: ServiceClient;
let requisition: { readonly id: string; readonly number: string };

beforeAll(async () => {
  office = await openOffice('deputy', people);
  await setUpBooks(office.server.address);
  await fillBooks(office.server.address);
  leader = await clientOf(office.server.address, people.leader.signInName, password);
  requisition = await submittedRequisition();
}, officeOpensWithinMs);
afterAll(async () => {
  const complaints = await office?.close();
  expect(complaints ?? []).toEqual([]);
});

test('whoever is named sees at once what they may decide, and no longer than that', async () => {
  const page = await office.sit('clerk');
  await page.goto(`${office.server.address}/#/requisitions/${requisition.id}`);
  await page.getByTestId('requisition').getByText(story.partNumber).waitFor();
  const approve = page.getByRole('button', { name: /^同意/ });
  expect(await approve.count()).toBe(0);

  const naming = await nameClerk();
  await expect.poll(() => approve.isEnabled().catch(() => false), { timeout: 10_000 }).toBe(true);

  await page.getByRole('button', { name: '拒绝', exact: true }).click();
  await page.keyboard.type('写到一半');
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

async function submittedRequisition() {
  const technician = await clientOf(office.server.address, people.technician.signInName, password);
  const accounts = await technician.stock.accounts({});
  const parts = await technician.parts.list({
    filter: { text: story.partNumber },
    sort: { by: 'number', descending: false },
    limit: 1,
  });
  const draft = await technician.requisitions.draft({
    operationId: newId<'operation'>(),
    purpose: 'warranty',
    caseId: null,
    unitId: null,
    holderAccountId: accounts.find((one) => one.name === people.technician.name)!.id,
    notes: '',
    lines: [
      { partId: parts.rows[0]!.id, quantity: 1000, fault: '', judgementId: null, oldPartRequired: true },
    ],
  });
  return technician.requisitions.submit({
    operationId: newId<'operation'>(),
    id: draft.id,
    version: draft.version,
  });
}
