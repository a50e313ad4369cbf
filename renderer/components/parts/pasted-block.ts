/** The rows of a block of cells copied from Excel; undefined for a text that is only a word for one field. */
export function pastedBlock(text: string): readonly (readonly string[])[] | undefined {
  const block = text.replace(/[\r\n]+$/, '');
  if (!/[\t\n]/.test(block)) return undefined;
  const rows = block
    .split(/\r?\n/)
    .map((row) => row.split('\t').map(cellText))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [first, ...others] = rows;
  if (!first) return undefined;
  return isHeading(first, others) ? others : rows;
}

/** Words in several columns above numbers. */
function isHeading(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const words = first.filter((cell) => cell !== '');
  if (words.length < 2 || words.some(hasDigit)) return false;
  return others.some((cells) => cells.slice(1).some(hasDigit));
}

function hasDigit(cell: string): boolean {
  return /\p{Nd}/u.test(cell);
}

/** Excel puts cells with quotes or line breaks into quotes. */
function cellText(cell: string): string {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
