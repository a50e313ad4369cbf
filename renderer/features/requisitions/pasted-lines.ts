import { parseQuantity } from '#shared/domain/quantities.ts';

/** One row of a table that was copied: which part, how much of it, what is wrong with it. */
export interface PastedLine {
  readonly number: string;
  readonly quantity: number | null;
  readonly fault: string;
}

/**
 * The rows of a table copied from Excel, or undefined for a text that is none. The part's number stands in the first
 * column that is filled; the last number after it is the quantity, the last other text the fault.
 */
export function pastedLines(text: string): readonly PastedLine[] | undefined {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  if (!/[\t\n]/.test(plain)) return undefined;
  const lines = plain.split('\n').flatMap((row) => {
    const [number = '', ...rest] = row
      .split('\t')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    if (number === '') return [];
    const amounts = rest.filter((cell) => parseQuantity(cell) !== undefined);
    const words = rest.filter((cell) => parseQuantity(cell) === undefined);
    return [{ number, quantity: parseQuantity(amounts.at(-1) ?? '') || null, fault: words.at(-1) ?? '' }];
  });
  return lines.length === 0 ? undefined : lines;
}
