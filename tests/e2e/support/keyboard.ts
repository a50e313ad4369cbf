import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { longestScanPauseMs } from '../../../renderer/app/keyboard/scan-detector.ts';

/** The pause of a quick typist before Enter, in milliseconds; what comes quicker is taken for a scanner. */
const typistPauseMs = longestScanPauseMs + 10;
/** No form here has as many. */
const mostFields = 20;
/** No screen here has as many places for the focus. */
const mostTabStops = 120;

/** Types into whatever has the focus, as a person does. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
}

/** Types into the field that has the focus and goes on to the next one. */
export async function typeAndEnter(page: Page, text: string): Promise<void> {
  await type(page, text);
  await enter(page);
}

/** Enter as a person presses it: the pause waits for nothing, it is what tells the person from a scanner. */
export async function enter(page: Page): Promise<void> {
  await pause(typistPauseMs);
  await page.keyboard.press('Enter');
}

/** Writes a word through the input method; the Enter that chooses it belongs to the input method alone. */
export async function compose(page: Page, word: string): Promise<void> {
  const method = await page.context().newCDPSession(page);
  await method.send('Input.imeSetComposition', {
    text: word,
    selectionStart: word.length,
    selectionEnd: word.length,
  });
  // 229 is how browsers name a key that the input method has taken (UI Events, §7.3.1).
  await method.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await method.send('Input.insertText', { text: word });
  await method.detach();
}

/** Waits until the cursor stands in the field of this name. */
export async function cursorIn(page: Page, fieldName: string): Promise<void> {
  await page.locator(`[data-field="${fieldName}"] :focus`).waitFor();
}

/** Presses Enter from field to field until the cursor stands in the one of this name. */
export async function enterUntil(page: Page, fieldName: string): Promise<void> {
  const wanted = page.locator(`[data-field="${fieldName}"] :focus`);
  for (let presses = 0; presses < mostFields; presses += 1) {
    if ((await wanted.count()) > 0) return;
    await enter(page);
  }
  throw new Error(`Enter does not lead to ${fieldName}`);
}

/** Opens a record through the search field: its number, the answer that says it, Enter. */
export async function findRecord(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F3');
  await type(page, number);
  const answers = page.getByRole('option').filter({ hasText: number });
  await answers.first().waitFor();
  const chosen = answers.and(page.locator('[aria-selected="true"]'));
  while ((await chosen.count()) === 0) {
    const before = await chosenOption(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosenOption(page)).not.toBe(before);
  }
  await enter(page);
  await answers.first().waitFor({ state: 'detached' });
}

/** Opens a place of the navigation. */
export async function openPlace(page: Page, name: string): Promise<void> {
  await tabTo(page.getByRole('navigation').getByRole('link', { name }).first());
  await enter(page);
}

/** Presses Tab until the focus is on something; fails where Tab does not lead there. */
export async function tabTo(thing: Locator): Promise<void> {
  await thing.waitFor();
  for (let presses = 0; presses < mostTabStops; presses += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await thing.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${thing.toString()}`);
}

/** Presses a button that has no key of its own: Tab, Enter. */
export async function press(button: Locator): Promise<void> {
  await tabTo(button);
  await enter(button.page());
}

/** Picks from the list under the field that has the focus: some characters, the answer, Enter. */
export async function pick(page: Page, text: string, answer: string): Promise<void> {
  await type(page, text);
  await page.getByRole('option', { selected: true }).filter({ hasText: answer }).waitFor();
  await enter(page);
}

/** Goes into a list by keyboard: from its quick filter down to the first row. */
export async function intoRows(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().waitFor();
  await tabTo(page.getByRole('textbox', { name: '筛选' }).first());
  await page.keyboard.press('ArrowDown');
  await page.locator('.ag-cell-focus').waitFor();
}

/** As quick as a scanner types, also on a busy PC, with the Enter that ends it. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, code);
}

/** Stands in for some presses of Tab: puts the focus on a button and presses Enter. */
export async function enterOn(thing: Locator): Promise<void> {
  await thing.focus();
  await thing.press('Enter');
}

/** Signs in at the first page, by keyboard alone; the name is there already where somebody signed in before. */
export async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.locator('.gate input[type="password"]').waitFor();
  await page.locator('.gate input:focus').waitFor();
  await typeAndEnter(page, signInName);
  await cursorIn(page, 'password');
  await typeAndEnter(page, password);
  await page.locator('.frame').waitFor();
}

/** Which of the answers Enter would take now. */
async function chosenOption(page: Page): Promise<string | null> {
  return page.locator('[role="option"][aria-selected="true"]').first().textContent();
}
