import type { Page } from 'playwright-core';
import { onePixelPng } from './png.ts';

/** Puts a picture on the clipboard, as a scanner's program or a telephone does, and pastes it with Ctrl+V. */
export async function pastePicture(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
    ]);
  }, onePixelPng().toString('base64'));
  await page.keyboard.press('Control+v');
}
