import type { Page } from 'playwright-core';
import { operation } from '#tests/support/host.ts';
import { plainCustomer } from '#tests/support/plain-records.ts';
import type { TrialProgram } from './open-program.ts';

/** What the inputs of the fields trial hold. */
export async function values(page: Page): Promise<Record<string, unknown>> {
  return JSON.parse(await page.locator('[data-values]').innerText());
}

/** The name of the field that the cursor is in. */
export const focusedField = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'));

/** The input of a field. */
export const field = (page: Page, name: string) =>
  page.locator(`[data-field="${name}"] input, [data-field="${name}"] textarea`).first();

/** Opens the file of a customer, as the clerk. */
export async function createCustomer({ host }: TrialProgram, name: string): Promise<string> {
  const client = host.client('http', await host.signIn('clerk'));
  const fields = { ...plainCustomer, name, telephones: [], person: null };
  return (await client.customers.create({ operationId: operation(), ...fields })).id;
}
