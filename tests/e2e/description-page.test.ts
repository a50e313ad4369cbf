import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesks, requireBuiltPages, type Desks } from './support/browser.ts';
import { startOfficeServer, type OfficeServer } from './support/office-server.ts';

let server: OfficeServer;
let desks: Desks;
beforeAll(async () => {
  requireBuiltPages();
  server = await startOfficeServer();
  desks = await openDesks(server.address);
});
afterAll(async () => {
  expect(await desks?.close()).toEqual([]);
  await server?.stop();
});

test('the page of the description shows sentence, permission, fields, example and refusals', async () => {
  const page = await desks.open();
  await page.goto(`${server.address}/api`);
  const procedure = page.locator('details').filter({ hasText: 'POST /api/contacts/record' });
  await procedure.locator('summary').click();
  await procedure.getByText('contacts.record').first().waitFor();
  const text = await procedure.innerText();
  expect(text).toContain('Records a call or letter');
  expect(text).toContain('needs the permission');
  expect(text).toContain('outcome.kind');
  expect(text).toContain('"telephone": "13800001234"');
  expect(text).toContain('READING_BELOW_LAST');
  expect(await page.locator('details').filter({ hasText: 'GET /health' }).count()).toBe(1);
});
