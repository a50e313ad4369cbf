import { parseMoney } from '#shared/domain/money.ts';
import type { Fen } from '#shared/domain/money.ts';
import { parseQuantity } from '#shared/domain/quantities.ts';
import type { Quantity } from '#shared/domain/quantities.ts';

/** A line of a block copied from Excel: part number, quantity, price, bin. What cannot be read is null. */
export interface PastedLine {
  readonly partNumber: string;
  readonly quantity: Quantity | null;
  readonly unitPriceFen: Fen | null;
  readonly bin: string;
}

const linesAtMost = 500;

/** Whether a text on the clipboard is a block of several cells, and not a word for one field. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/[\r\n]+$/, ''));
}

/** The lines of a block; a first line of headings and empty lines are left out. */
export function pastedLines(text: string): readonly PastedLine[] {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split('\t').map(cellText))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [first] = rows;
  const body = first && rows.length > 1 && isHeading(first) ? rows.slice(1) : rows;
  return body.slice(0, linesAtMost).map(([partNumber = '', quantity = '', price = '', bin = '']) => ({
    partNumber,
    quantity: parseQuantity(quantity) ?? null,
    unitPriceFen: nonNegative(parseMoney(price)),
    bin,
  }));
}

/** Words where numbers belong. */
function isHeading(cells: readonly string[]): boolean {
  const [, quantity = '', price = ''] = cells;
  const isWord = (cell: string) => cell !== '' && !/\d/.test(cell);
  return isWord(quantity) || isWord(price);
}

/** Excel puts cells with quotes or line breaks into quotes. */
function cellText(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

function nonNegative(amountFen: Fen | undefined): Fen | null {
  return amountFen === undefined || amountFen < 0 ? null : amountFen;
}
