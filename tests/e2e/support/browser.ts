import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Books } from '#shared/domain/books.ts';
import type { Page } from 'playwright-core';
import { browserOfThisRun } from '#tests/support/browser.ts';

/** A browser at an office server: each desk in it is a PC of its own. */
export interface Desks {
  /** A new window of a new profile, at the first page of the program. */
  open(place?: string): Promise<Page>;
  /** Closes the windows; gives what the pages complained of: errors, what their policy refused. */
  close(): Promise<readonly string[]>;
}

/** Fails with a sentence where the pages are not built; every test of the browser asks this first. */
export function requireBuiltPages(): void {
  const folder = process.env['SHOUHOU_PAGE_FOLDER'] ?? join(import.meta.dirname, '../../../out/renderer');
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`there are no pages in ${folder}: run "npm run build" first`);
}

/** Opens windows of the run's browser on the pages of an office server, in the real books or the sample, in Chinese, 1366 × 768. */
export async function openDesks(address: string, books: Books = 'real'): Promise<Desks> {
  const browser = await browserOfThisRun();
  const complaints: string[] = [];
  return {
    open: async (place = '/') => {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      context.setDefaultTimeout(15_000);
      // Nobody could close the print dialog here, and a browser without a screen dies of it.
      await context.addInitScript(() => {
        window.print = () => undefined;
      });
      const page = await context.newPage();
      listenTo(page, complaints);
      await page.goto(`${address}/${books === 'sample' ? '?books=sample' : ''}#${place}`);
      return page;
    },
    close: async () => {
      await browser.close();
      return complaints;
    },
  };
}

function listenTo(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A browser tells of every refused answer; refusals are part of the story.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
}
