import type { Locator, Page } from 'playwright-core';

/** A step in the strip on the page of a case, once it is done. */
export function doneStep(page: Page, name: string): Locator {
  return page
    .locator('.steps li')
    .filter({ hasText: new RegExp(`^. ${name}`) })
    .and(page.locator('.done'));
}
