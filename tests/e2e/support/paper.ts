import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { textOfPdf } from './pdf-text.ts';

/** Ink on a page with hardly a word on it. */
const fewestDarkPixels = 500;

/** Opens a paper by its key and reads it: what stands on it, once it lies drawn over the screen. `from` tells whence it comes. */
export async function openPaper(
  page: Page,
  press: () => Promise<void>,
  from = '/papers/preview',
): Promise<string> {
  const sent = page.waitForResponse((response) => response.url().includes(from));
  await press();
  const text = await textOfPdf(await fileIn(await sent));
  await page.locator('.paper-pages canvas[data-page="1"]').waitFor();
  expect(await darkPixels(page)).toBeGreaterThan(fewestDarkPixels);
  return text;
}

/** Prints the paper that lies over the screen and puts it away; by then its print is counted in the books. */
export async function printPaper(page: Page): Promise<void> {
  const counted = page.waitForResponse((response) => response.url().includes('/papers/printed'));
  await page.keyboard.press('Control+p');
  expect((await counted).status()).toBe(200);
  await page.locator('.paper-panel button:not([disabled])', { hasText: '打印' }).waitFor();
  await putPaperAway(page);
}

/** Puts the paper away, Esc. */
export async function putPaperAway(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('.paper-panel').waitFor({ state: 'detached' });
}

/** The file in an answer, which may come as it is or as a part of a form. */
async function fileIn(response: Response): Promise<Uint8Array> {
  const contentType = response.headers()['content-type'] ?? '';
  const body = new Uint8Array(await response.body());
  if (!contentType.startsWith('multipart/')) return body;
  const form = await new globalThis.Response(body, { headers: { 'content-type': contentType } }).formData();
  for (const part of form.values()) {
    if (typeof part !== 'string') return new Uint8Array(await part.arrayBuffer());
  }
  throw new Error('no file in the answer');
}

/** How much ink is on the first page. */
function darkPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sheet = document.querySelector<HTMLCanvasElement>('.paper-pages canvas');
    const drawn = sheet?.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height).data ?? [];
    let dark = 0;
    for (let index = 0; index < drawn.length; index += 4) if (Number(drawn[index]) < 128) dark += 1;
    return dark;
  });
}
