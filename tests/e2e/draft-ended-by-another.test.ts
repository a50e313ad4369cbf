import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { plainCall } from '#tests/support/plain-records.ts';
import { draftRequisition } from './support/draft-requisition.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { clientOf, password, people, story } from './support/story-books.ts';

const typed = '请随车带两套密封圈\n𠮷 第二行';
const office = officeOfThisFile({ name: 'draft-ended', books: 'filled' }, people);
let technician: ServiceClient;
let leader: ServiceClient;

beforeAll(async () => {
  technician = await clientOf(office.address, people.technician.signInName, password);
  leader = await clientOf(office.address, people.leader.signInName, password);
});

test('what somebody types into a requisition that is voided meanwhile stays to be read, until it is thrown away', async () => {
  const draft = await draftRequisition(technician);
  const page = await office.sit('clerk');
  await page.goto(`${office.address}/#/requisitions/${draft.id}`);
  await takeOver(page);
  await page.locator('[data-field="notes"] textarea').fill(typed);
  const taken = { ...draft, version: draft.version + 1 };
  await leader.requisitions.void({ operationId: newId<'operation'>(), ...taken, reason: '重复' });

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
    ...plainCall,
    at: Date.now(),
    telephone: story.caller,
    category: 'repair',
    summary: story.symptom,
    outcome: { kind: 'openCase', ownerId: null },
  });
  const report = await technician.reports.draft({
    operationId: newId<'operation'>(),
    caseId: contact.caseId ?? '',
  });
  const page = await office.sit('clerk');
  await page.goto(`${office.address}/#/reports/${report.id}`);
  await takeOver(page);
  await page.getByTestId('report-editor').locator('[data-field="cause"] textarea').fill('水泵轴封漏水');
  await page.getByText('已自动保存').waitFor();
  const taken = { id: report.id, version: report.version + 1 };
  await leader.reports.void({ operationId: newId<'operation'>(), ...taken, reason: '重复' });
  const left = page.getByTestId('left-typing');
  await left.getByText('水泵轴封漏水').waitFor();
  expect(await left.innerText()).not.toContain(story.symptom);
});

test('two leaders who overrule a judgement at once see what the other decided, not what was computed', async () => {
  const { rows } = await technician.units.list({
    filter: { text: story.plate },
    sort: { by: 'createdAt', descending: true },
    limit: 1,
  });
  const unitId = rows[0]!.id;
  const judged = await technician.warranty.judge({
    operationId: newId<'operation'>(),
    unitId,
    componentGroupCode: (await technician.warranty.groups())[0]!.code,
    basisDay: dayOf(Date.now()),
    mileageKm: null,
    operatingHours: null,
    exclusions: ['misuse'],
    caseId: null,
  });
  const page = await office.sit('leader');
  await page.goto(`${office.address}/#/customers/units/${unitId}`);
  await page.getByRole('button', { name: /^三包判定/ }).waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: '改判' }).first().click();
  await page.locator('[data-field="overruleReason"] textarea').fill('老用户，善意处理');
  await leader.warranty.overrule({
    operationId: newId<'operation'>(),
    id: judged.id,
    version: judged.version,
    overruledVerdict: 'undecided',
    overruleReason: '等品保鉴定',
  });
  await page.keyboard.press('Control+s');
  const versions = page.locator('.two-versions');
  await versions.getByText('老用户，善意处理').waitFor();
  expect((await versions.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t').slice(1))).toEqual(
    [
      ['三包内', '待定'],
      ['老用户，善意处理', '等品保鉴定'],
    ],
  );
});

/** The page says whose draft it is; who writes on takes it over. */
async function takeOver(page: Page): Promise<void> {
  const banner = page.getByTestId('others-draft');
  await banner.getByText(`这是${people.technician.name}的草稿`).waitFor();
  await banner.getByRole('button', { name: '接手' }).click();
  await banner.waitFor({ state: 'detached' });
}
