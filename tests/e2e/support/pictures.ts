import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { smallPng } from './png.ts';

const folder = join(import.meta.dirname, '../../../docs/manual/pictures');
/** A manual is read over slow lines too. */
const largestBytes = 150_000;

/** Whether this run makes the pictures of the manual anew. */
export const makesPictures = process.env['MANUAL_PICTURES'] === '1';

/** Keeps the screen as a picture of the manual. */
export async function picture(page: Page, name: string): Promise<void> {
  // A message on its way out, a picture that still loads, a cursor that blinks would make another one each time.
  await page.locator('.ant-message-notice').waitFor({ state: 'detached' });
  // Not until the network rests: the stream of changes never does.
  await page.waitForFunction(
    () => document.fonts.status === 'loaded' && [...document.images].every((image) => image.complete),
  );
  const screen = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const { width, height, points } = await pointsOf(page, screen);
  const small = smallPng(width, height, points);
  expect(small.length).toBeLessThan(largestBytes);
  writeFileSync(join(folder, `${name}.png`), small);
}

/** The points of a PNG, as the browser reads it. */
async function pointsOf(page: Page, screen: Buffer) {
  const read = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.slice(at, at + 8192));
    return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
  }, screen.toString('base64'));
  return {
    width: read.width,
    height: read.height,
    points: new Uint8Array(Buffer.from(read.base64, 'base64')),
  };
}
