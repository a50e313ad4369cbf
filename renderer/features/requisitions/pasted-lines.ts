import { parseQuantity } from '#shared/domain/quantities.ts';

/** One row of a table that was copied: which part, how much of it, what is wrong with it. */
export interface PastedLine {
  readonly number: string;
  readonly quantity: number | null;
  readonly fault: string;
}

/**
 * The rows of a table copied from Excel, or undefined for a text that is none. The part's number stands in the first
 * column that is filled; the last number after it is the quantity, the last other text the fault. A row of headings on
 * top is left out.
 */
export function pastedLines(text: string): readonly PastedLine[] | undefined {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  if (!/[\t\n]/.test(plain)) return undefined;
  const rows = plain
    .split('\n')
    .map((row) =>
      row
        .split('\t')
        .map(cellText)
        .filter((cell) => cell !== ''),
    )
    .filter((cells) => cells.length > 0);
  const [first = [], ...others] = rows;
  const isHeaded = !first.slice(1).some(isAmount) && others.some((cells) => cells.slice(1).some(isAmount));
  const lines = (isHeaded ? others : rows).map(([number = '', ...rest]) => ({
    number,
    quantity: parseQuantity(rest.findLast(isAmount) ?? '') || null,
    fault: rest.findLast((cell) => !isAmount(cell)) ?? '',
  }));
  return lines.length === 0 ? undefined : lines;
}

function isAmount(cell: string): boolean {
  return parseQuantity(cell) !== undefined;
}

/** Excel puts cells with quotes or line breaks into quotes. */
function cellText(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
