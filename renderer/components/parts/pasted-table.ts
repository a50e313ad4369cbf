import { parseMoney } from '#shared/domain/money.ts';
import type { Fen } from '#shared/domain/money.ts';
import { parseQuantity } from '#shared/domain/quantities.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { sumWords } from '#shared/messages/pasted-headings.ts';
import { pastedBlock } from './pasted-block.ts';
import { columnsByContent, columnsByHeading } from './pasted-columns.ts';
import type { KnownColumns } from './pasted-columns.ts';

/** One row of a table that was pasted: a part and what the table says of it. */
export interface PastedLine {
  /** The place of the row in the table, from 1. */
  readonly row: number;
  readonly number: string;
  /** Null where the table says nothing, or nothing sure. */
  readonly quantity: Quantity | null;
  /** The unit written behind the quantity, as in '2件'; '' when there is none. */
  readonly unit: string;
  readonly unitPriceFen: Fen | null;
  readonly bin: string;
  readonly fault: string;
  /** Cells that were not taken, because they may mean something else. */
  readonly doubts: readonly string[];
}

/** A table copied from Excel, read as lines of parts. Whatever was not taken is named. */
export interface PastedTable {
  readonly lines: readonly PastedLine[];
  /** Whether the table has a column of quantities; without one it is a list of parts. */
  readonly tellsQuantities: boolean;
  /** Rows without a part: titles, sums, notes. */
  readonly leftRows: readonly string[];
  /** Columns that were not taken, by their heading or their place. */
  readonly leftColumns: readonly string[];
}

/** Titles may stand above the headings. */
const headingsWithin = 5;

/** Reads a block copied from Excel; undefined for a text that is none. Columns are known by heading, else by content. */
export function pastedTable(text: string): PastedTable | undefined {
  const rows = pastedBlock(text);
  if (!rows) return undefined;
  const headings = rows.slice(0, headingsWithin).findIndex((cells) => columnsByHeading(cells) !== undefined);
  const isUnnamed = headings === -1 && isWordsOverNumbers(rows);
  const begin = headings === -1 ? (isUnnamed ? 1 : 0) : headings + 1;
  const numbered = rows.map((cells, index) => ({ cells, row: index + 1 })).slice(begin);
  const withoutSums = numbered.filter(({ cells }) => !isSum(cells));
  const columns =
    columnsByHeading(rows[headings] ?? []) ?? columnsByContent(withoutSums.map(({ cells }) => cells));
  const hasPart = ({ cells }: { cells: readonly string[] }) => at(cells, columns.of.number) !== '';
  const left = [
    ...rows.slice(0, headings === -1 ? begin : headings),
    ...numbered.filter((one) => isSum(one.cells) || !hasPart(one)).map(({ cells }) => cells),
  ];
  return {
    lines: withoutSums.filter(hasPart).map(({ cells, row }) => lineOf(cells, row, columns)),
    tellsQuantities: columns.of.quantity !== undefined || columns.doubtful.length > 0,
    leftRows: left.map((cells) => cells.filter((cell) => cell !== '').join(' ')),
    leftColumns: columns.unused,
  };
}

function lineOf(cells: readonly string[], row: number, { of, doubtful }: KnownColumns): PastedLine {
  const quantity = at(cells, of.quantity);
  const price = at(cells, of.unitPrice);
  const { value, unit } = quantityIn(quantity);
  const unitPriceFen = priceIn(price);
  const doubts = [
    ...doubtful.map((index) => at(cells, index)),
    ...(value === null ? [quantity] : []),
    ...(unitPriceFen === null ? [price] : []),
  ].filter((cell) => cell !== '');
  const words = { bin: at(cells, of.bin), fault: at(cells, of.fault) };
  return { row, number: at(cells, of.number), quantity: value, unit, unitPriceFen, ...words, doubts };
}

/** A quantity above nought, with a unit behind it or without. */
function quantityIn(cell: string): { readonly value: Quantity | null; readonly unit: string } {
  const [, number = '', unit = ''] = /^(.*?)\s*(\p{L}{0,4})$/u.exec(cell) ?? [];
  const value = parseQuantity(number) ?? 0;
  return value === 0 ? { value: null, unit: '' } : { value, unit };
}

function priceIn(cell: string): Fen | null {
  const price = parseMoney(cell.replace(/\s*元$/, ''));
  return price === undefined || price < 0 ? null : price;
}

/** Words in several columns above numbers are headings that nobody knows. */
function isWordsOverNumbers([first = [], ...others]: readonly (readonly string[])[]): boolean {
  const words = first.filter((cell) => cell !== '');
  if (words.length < 2 || words.some(hasDigit)) return false;
  return others.some((cells) => cells.slice(1).some(hasDigit));
}

function hasDigit(cell: string): boolean {
  return /\p{Nd}/u.test(cell);
}

function firstWord(cells: readonly string[]): string {
  return (cells.find((cell) => cell !== '') ?? '').replaceAll(/\s/g, '').toLowerCase();
}

function isSum(cells: readonly string[]): boolean {
  const word = firstWord(cells);
  return sumWords.some((one) => word.startsWith(one) && !/^[a-z\d-]/.test(word.slice(one.length)));
}

function at(cells: readonly string[], index: number | undefined): string {
  return index === undefined ? '' : (cells[index] ?? '');
}
