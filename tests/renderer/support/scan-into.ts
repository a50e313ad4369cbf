import type { Page } from 'playwright-core';

/** Presses keys as quickly as a scanner; the driver of the browser would be too slow. */
export async function scanInto(page: Page, code: string, { composing = false } = {}): Promise<void> {
  await page.evaluate(
    ([text, isComposing]) => {
      // A press carries the time of its making: all are made before the first is handled, as a scanner's come in.
      const press = (key: string, keyCode: string) =>
        new KeyboardEvent('keydown', {
          key: isComposing ? 'Process' : key,
          code: keyCode,
          bubbles: true,
          cancelable: true,
          shiftKey: /^[A-Z]$/.test(key),
        });
      const codeOf = (key: string) =>
        /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : key === '-' ? 'Minus' : `Digit${key}`;
      const presses = [...text].map((key) => [key, press(key, codeOf(key))] as const);
      const end = press('Enter', 'Enter');
      for (const [key, event] of presses) {
        if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, key);
      }
      document.activeElement?.dispatchEvent(end);
    },
    [code, composing] as const,
  );
}
