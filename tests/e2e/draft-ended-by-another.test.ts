import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { draftRequisition } from './support/draft-requisition.ts';
import { officeOpensWithinMs, openOffice } from './support/manned-office.ts';
import type { MannedOffice } from './support/manned-office.ts';
import { clientOf, fillBooks, password, people, setUpBooks, story } from './support/story-books.ts';

const typed = '请随车带两套密封圈\n𠮷 第二行';
let office: MannedOffice<keyof typeof people>;
let technician: ServiceClient;
let leader: ServiceClient;

beforeAll(async () => {
  office = await openOffice('draft-ended', people);
  await setUpBooks(office.server.address);
  await fillBooks(office.server.address);
  technician = await clientOf(office.server.address, people.technician.signInName, password);
  leader = await clientOf(office.server.address, people.leader.signInName, password);
}, officeOpensWithinMs);
afterAll(async () => {
  const complaints = await office?.close();
  expect(complaints ?? []).toEqual([]);
});

test('what somebody types into a requisition that is voided meanwhile stays to be read, until it is thrown away', async () => {
  const draft = await draftRequisition(technician);
  const page = await office.sit('clerk');
  await page.goto(`${office.server.address}/#/requisitions/${draft.id}`);
  await page.locator('[data-field="notes"] textarea').fill(typed);
  await leader.requisitions.void({ operationId: newId<'operation'>(), ...draft, reason: '重复' });

  const left = page.getByTestId('left-typing');
  await left.getByText(/在您填写时已被改为“作废”/).waitFor();
  expect(await left.innerText()).toContain(typed);
  expect(await left.innerText()).not.toContain(story.partNumber);
  await page.reload();
  await left.getByText('第二行').waitFor();
  await left.getByRole('button', { name: '不要了' }).click();
  await left.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByTestId('requisition').getByText(story.partNumber).waitFor();
  expect(await left.count()).toBe(0);
});

test('the same for a report, and nothing is said of what was saved', async () => {
  const contact = await leader.contacts.record({
    operationId: newId<'operation'>(),
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
    urgency: 'notUrgent',
    summary: story.symptom,
    newCustomer: null,
    newUnit: null,
    outcome: { kind: 'openCase', ownerId: null },
  });
  const report = await technician.reports.draft({
    operationId: newId<'operation'>(),
    caseId: contact.caseId ?? '',
  });
  const page = await office.sit('clerk');
  await page.goto(`${office.server.address}/#/reports/${report.id}`);
  await page.getByTestId('report-editor').locator('[data-field="cause"] textarea').fill('水泵轴封漏水');
  await page.getByText('已自动保存').waitFor();
  const { id, version } = report;
  await leader.reports.void({ operationId: newId<'operation'>(), id, version, reason: '重复' });
  const left = page.getByTestId('left-typing');
  await left.getByText('水泵轴封漏水').waitFor();
  expect(await left.innerText()).not.toContain(story.symptom);
});
