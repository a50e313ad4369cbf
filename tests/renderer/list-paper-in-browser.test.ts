import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { bytesOf } from '#tests/support/browser.ts';
import { operation } from '#tests/support/host.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';
import { seePdf } from '../electron/service-host/printing/pdf-tools.ts';
import { eventually, trialProgramOfThisFile } from './support/open-program.ts';

const customerCount = 1_003;

const program = trialProgramOfThisFile();
let client: ServiceClient;
beforeAll(async () => {
  client = program.host.client('http', await program.host.signIn('clerk'));
  await createCustomer('A䶮记𠮷野 <script>');
  for (let number = 2; number <= customerCount; number += 1)
    await createCustomer(`C${String(number).padStart(4, '0')}`);
});

test('the list is laid on the desk as it is filtered, ordered and shown', async () => {
  const { page } = await program.open('/trial-customers');
  await row(page, 'C0002').waitFor();
  // Descending, with one more column.
  await page.locator('.ag-header-cell[col-id="name"]').click();
  await page.getByRole('button', { name: '显示的列' }).click();
  await page.locator('.column-chooser').getByText('时间').click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: '筛选' }).fill('C001');
  await eventually(() => page.locator('.list-acts').innerText()).toContain('10 行');

  await page.keyboard.press('Alt+L');
  const text = await paperOf(page, '客户与产品.pdf');
  for (const wanted of ['“C001”', '名称，降序', '行数10', '以下空白', '时间']) expect(text).toContain(wanted);
  const names = Array.from({ length: 10 }, (_, index) => `C00${19 - index}`);
  expect(text.match(/C00\d\d/g)).toEqual(names);
  await putAway(page);

  // Nobody who looks for who took the list out is left in the dark.
  const admin = program.host.client('port', await program.host.signIn('admin'));
  const { rows } = await admin.audit.list({
    filter: { subjectKind: 'export' },
    sort: { by: 'sequence', descending: true },
    limit: 1,
  });
  expect(rows[0]).toMatchObject({
    act: 'papers.print',
    subjectId: 'trial',
    after: { rowCount: 10, filter: { filter: '“C001”', isCut: false } },
  });
});

test('of a longer list it prints the first thousand, and says so', async () => {
  const { page } = await program.open('/trial-customers');
  await row(page, 'C0002').waitFor();
  await page.getByRole('button', { name: '打印列表' }).click();
  const text = await paperOf(page, '客户与产品.pdf');
  for (const wanted of ['只印出前1,000行', '列表后面还有', 'A䶮记𠮷野<script>', 'C1000'])
    expect(text).toContain(wanted);
  expect(text).not.toContain('C1001');
  await putAway(page);
});

test('Escape lets the preparing be and stays on the screen', async () => {
  const { page } = await program.open('/fields');
  await page.goto(`${program.host.address}/#/trial-customers`);
  await row(page, 'C0002').waitFor();
  let isAsked = false;
  // The host takes longer than anybody waits.
  await page.route('**/rpc/papers/list', () => {
    isAsked = true;
  });
  await page.keyboard.press('Alt+L');
  await page.getByText('正在准备打印').first().waitFor();
  await eventually(() => Promise.resolve(isAsked)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByText('正在准备打印').first().waitFor({ state: 'detached' });
  expect(page.url()).toContain('#/trial-customers');
  expect(await page.locator('.paper-panel').count()).toBe(0);
  // It can be asked for again, and Escape is the way back again.
  await page.unroute('**/rpc/papers/list');
  await page.keyboard.press('Alt+L');
  await page.locator('.paper-panel canvas').first().waitFor();
  await putAway(page);
  await page.keyboard.press('Escape');
  await page.waitForURL(/#\/fields/);
});

test('its key stands in the help panel; for those who may not print there is neither', async () => {
  const { page } = await program.open('/trial-customers');
  await row(page, 'C0002').waitFor();
  await page.keyboard.press('F1');
  expect(await page.locator('.help-keys').innerText()).toMatch(/Alt L[\s\S]*打印列表/);

  const { page: other } = await program.open('/trial-customers', { person: 'auditor' });
  await row(other, 'C0002').waitFor();
  expect(await other.getByRole('button', { name: '显示的列' }).count()).toBe(1);
  expect(await other.getByRole('button', { name: '打印列表' }).count()).toBe(0);
});

const row = (page: Page, name: string) => page.locator('.ag-row', { hasText: name });

/** What the paper on the desk says, as it is saved under this name. */
async function paperOf(page: Page, fileName: string): Promise<string> {
  const panel = page.locator('.paper-panel');
  await panel.locator('canvas').first().waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: '另存' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(fileName);
  return seePdf(await bytesOf(saved))
    .texts.join('')
    .replace(/\s/g, '');
}

async function putAway(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.paper-panel').waitFor({ state: 'detached' });
}

async function createCustomer(name: string): Promise<void> {
  await client.customers.create({
    operationId: operation(),
    ...plainCustomer,
    name,
    telephones: [],
    person: null,
  });
}
