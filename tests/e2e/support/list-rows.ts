import type { Page } from 'playwright-core';

/** What the rows of the list on the screen say in these columns, from the top; each row as one line of text. */
export async function listRows(page: Page, columns: readonly string[]): Promise<readonly string[]> {
  return page.locator('[role="row"][row-index]').evaluateAll((rows, wanted) => {
    const place = (row: Element) => Number(row.getAttribute('row-index'));
    const text = (row: Element, column: string) =>
      row.querySelector(`[role="gridcell"][col-id="${column}"]`)?.textContent.trim() ?? '';
    return rows
      .toSorted((one, other) => place(one) - place(other))
      .map((row) => wanted.map((column) => text(row, column)).join(' '))
      .filter((line) => line.trim() !== '');
  }, columns);
}
