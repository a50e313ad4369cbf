import { chromium } from 'playwright-core';
import type { Browser, Download } from 'playwright-core';
import { inject } from 'vitest';

/**
 * A line to the run's browser. Each context in it is a PC of its own; closing the line closes its contexts, and the
 * browser stays for the next file.
 */
export async function browserOfThisRun(): Promise<Browser> {
  const answer = await fetch(inject('browserStarter'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the browser for the tests did not start: ${text}`);
  return chromium.connect(text);
}

/** The bytes of a file that a page saved; the browser may keep its files where the test does not look. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const stream = await download.createReadStream();
  return Buffer.concat(await stream.toArray());
}
