/** One cell and the sign after it. Excel puts a cell with a line break into quotes, and doubles the quotes inside. */
const cellPattern = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/y;

/** The rows of a block of cells copied from Excel; undefined for a text that is only words for one field. */
export function pastedBlock(text: string): readonly (readonly string[])[] | undefined {
  const block = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (!/[\t\n]/.test(block)) return undefined;
  const rows = rowsOf(block).filter((cells) => cells.some((cell) => cell !== ''));
  if (rows.length === 0 || isProse(rows)) return undefined;
  return rows;
}

function rowsOf(block: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const pattern = new RegExp(cellPattern);
  for (let match = pattern.exec(block); match; match = pattern.exec(block)) {
    rows.at(-1)?.push(cellText(match[1] ?? ''));
    if (match[2] === '') break;
    if (match[2] === '\n') rows.push([]);
  }
  return rows;
}

/** Lines of a sentence are no cells: one column with Chinese words, or one cell alone. */
function isProse(rows: readonly (readonly string[])[]): boolean {
  if (rows.some((cells) => cells.length > 1)) return false;
  return rows.length === 1 || rows.some(([cell = '']) => /\p{Script=Han}/u.test(cell));
}

function cellText(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  const text = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return text.replaceAll(/\s+/g, ' ').trim();
}
