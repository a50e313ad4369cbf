import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/ids.ts';
import { draftRequisition } from './support/draft-requisition.ts';
import { enter, type } from './support/keyboard.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { clientOf, password, people } from './support/story-books.ts';

/* A leader works off what waits, without the mouse. */

const office = officeOfThisFile({ name: 'approvals', books: 'filled' }, people);
const ids: string[] = [];
let technician: ServiceClient;

beforeAll(async () => {
  technician = await clientOf(office.address, people.technician.signInName, password);
  for (let count = 0; count < 5; count += 1) {
    const draft = await draftRequisition(technician);
    await technician.requisitions.submit({ operationId: newId<'operation'>(), ...draft });
    ids.push(draft.id);
  }
});

const stateOf = async (place: number) => (await technician.requisitions.get({ id: ids[place] ?? '' })).state;

test('approves, sends back with a reason, rejects, and approves several; each row that is gone leaves the next chosen', async () => {
  const page = await office.sit('leader');
  await page.goto(`${office.address}/#/decisions`);
  const rows = page.getByTestId('inbox').locator('tr');
  await expect.poll(() => rows.count()).toBe(5);
  const here = page.locator('nav.places a[aria-current="page"]');
  expect(await here.textContent()).toBe('审批5');
  // The oldest has the focus from the beginning.
  await page.locator('[data-testid="inbox"] tr:nth-child(1):focus').waitFor();

  await page.keyboard.press('F9');
  await expect.poll(() => rows.count()).toBe(4);
  expect(await stateOf(0)).toBe('approved');
  await expect.poll(() => here.textContent()).toBe('审批4');
  await page.locator('[data-testid="inbox"] tr:nth-child(1):focus').waitFor();

  await page.keyboard.press('F6');
  await page.getByTestId('reason').waitFor();
  await type(page, '请补故障照片');
  await page.keyboard.press('Control+s');
  await expect.poll(() => rows.count()).toBe(3);
  expect(await stateOf(1)).toBe('draft');

  await page.locator('[data-testid="inbox"] tr:nth-child(1):focus').waitFor();
  await page.keyboard.press('F8');
  await page.getByTestId('reason').waitFor();
  await type(page, '先鉴定');
  await page.keyboard.press('Control+s');
  await expect.poll(() => rows.count()).toBe(2);
  expect(await stateOf(2)).toBe('rejected');

  await page.locator('[data-testid="inbox"] tr:nth-child(1):focus').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /^同意所选 2 件/ }).waitFor();
  await page.keyboard.press('F9');
  await page.getByTestId('several-approved').getByText('已同意 2 件').waitFor();
  await page.getByText('没有要您审批的。').waitFor();
  expect([await stateOf(3), await stateOf(4)]).toEqual(['approved', 'approved']);
});

test('the page of the requisition shows who signed, and Enter leads there', async () => {
  const draft = await draftRequisition(technician);
  const asked = await technician.requisitions.submit({ operationId: newId<'operation'>(), ...draft });
  const page = await office.sit('leader');
  await page.goto(`${office.address}/#/decisions`);
  await page.locator('[data-testid="inbox"] tr:nth-child(1):focus').waitFor();
  await enter(page);
  await page.getByTestId('requisition').waitFor();
  expect(page.url()).toContain(`/requisitions/${asked.id}`);
  const { operationId, id, version } = { operationId: newId<'operation'>(), ...asked };
  const leader = await clientOf(office.address, people.leader.signInName, password);
  await leader.decisions.approve({ operationId, kind: 'requisition.approve', id, version, reason: '同意' });
  await page.getByTestId('signatures').getByText(people.leader.name).waitFor();
});
