import type { Locator } from 'playwright-core';
import { tabTo, typeAndEnter } from './keyboard.ts';

/** Says of a row of a drawn line how many of it went where: the quantity, Enter, the digit of the answer. */
export async function sayRow(line: Locator, index: number, quantity: string, where: string): Promise<void> {
  const row = line.locator('.clear-row').nth(index);
  await tabTo(row.locator('input').first());
  await typeAndEnter(line.page(), quantity);
  const choices = row.getByRole('radio');
  await choices.filter({ hasText: where }).waitFor();
  const digit = (await choices.allInnerTexts()).indexOf(where) + 1;
  await row.locator('[role="radio"]:focus').waitFor();
  await line.page().keyboard.press(String(digit));
  await row.getByRole('radio', { name: where, checked: true }).waitFor();
}
