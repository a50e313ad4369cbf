import { parseMoney } from '#shared/domain/money.ts';
import { oneUnit, parseQuantity } from '#shared/domain/quantities.ts';
import { pastedHeadings } from '#shared/messages/pasted-headings.ts';
import type { PastedColumn } from '#shared/messages/pasted-headings.ts';

type Rows = readonly (readonly string[])[];

/** Which column of a table holds what. */
export interface KnownColumns {
  readonly of: Readonly<Partial<Record<PastedColumn, number>>>;
  /** Columns with numbers that may be the quantity or the price; nobody can say which. */
  readonly doubtful: readonly number[];
  /** Columns that are filled and not needed for anything known, by their heading or place. */
  readonly unused: readonly string[];
}

/** The columns that the headings of `first` name; undefined when it is no row of headings. */
export function columnsByHeading(first: readonly string[]): KnownColumns | undefined {
  const headings = first.map(plainHeading);
  const named = headings.map((heading) => roles.filter((role) => isHeadingOf(role, heading)));
  const isHeadingRow =
    named.some((found) => found.includes('number')) || named.filter((found) => found.length > 0).length > 1;
  if (!isHeadingRow || first.some((cell) => parseQuantity(cell) !== undefined)) return undefined;
  const of: Partial<Record<PastedColumn, number>> = {};
  const doubtful: number[] = [];
  for (const role of roles) {
    const exact = headings.flatMap((heading, index) =>
      pastedHeadings[role].includes(heading) ? [index] : [],
    );
    const some =
      exact.length > 0 ? exact : named.flatMap((found, index) => (found.includes(role) ? [index] : []));
    const [only] = some;
    // Of several numbers the first is the part's; of several quantities or prices nobody can say which is meant.
    if (only !== undefined && (some.length === 1 || role === 'number')) of[role] = only;
    else if (role === 'quantity' || role === 'unitPrice') doubtful.push(...some);
  }
  const unused = first.filter((cell, index) => cell !== '' && named[index]?.length === 0);
  return { of, doubtful, unused };
}

/** The columns of a table without headings, by their cells. */
export function columnsByContent(rows: Rows): KnownColumns {
  const width = Math.max(...rows.map((cells) => cells.length));
  const filled = Array.from({ length: width }, (_, index) => index).filter((index) => !isEmpty(rows, index));
  const [first, second] = filled;
  const number = first !== undefined && second !== undefined && isCounting(rows, first) ? second : first;
  if (number === undefined) return { of: {}, doubtful: [], unused: [] };
  const rest = filled.filter((index) => index > number);
  const numeric = rest.filter((index) => rows.every((cells) => isNumberOrEmpty(cells[index] ?? '')));
  const meant = meaningOf(rows, numeric);
  const lastNumber = numeric.at(-1) ?? Number.POSITIVE_INFINITY;
  const after = rest.filter((index) => index > lastNumber);
  const [word] = after;
  const isOnlyWord = word !== undefined && after.length === 1;
  const before = rest.filter((index) => index < lastNumber && !numeric.includes(index));
  return {
    of: { number, ...meant, ...(isOnlyWord ? { bin: word, fault: word } : {}) },
    doubtful: numeric.length > 0 && meant.quantity === undefined ? numeric : [],
    unused: [...before, ...(isOnlyWord ? [] : after)].map((index) => `${index + 1}`),
  };
}

/** Quantity, price and amount among columns of numbers: two stand in this order, of three the product proves it. */
function meaningOf(rows: Rows, numeric: readonly number[]): Partial<Record<PastedColumn, number>> {
  const [first, second, third] = numeric;
  if (first === undefined || numeric.length > 3) return {};
  if (second === undefined) return looksLikeMoney(rows, first) ? {} : { quantity: first };
  if (third === undefined)
    return looksLikeMoney(rows, first) && !looksLikeMoney(rows, second)
      ? { unitPrice: first, quantity: second }
      : looksLikeMoney(rows, first)
        ? {}
        : { quantity: first, unitPrice: second };
  const products = rows.flatMap((cells) =>
    isProduct([first, second, third].map((index) => cells[index] ?? '')),
  );
  if (products.length === 0 || products.includes(false)) return {};
  const isPriceFirst = looksLikeMoney(rows, first) && !looksLikeMoney(rows, second);
  return isPriceFirst
    ? { unitPrice: first, quantity: second, amount: third }
    : { quantity: first, unitPrice: second, amount: third };
}

/** Whether the third number is the product of the others, as far as rounding to the fen lets it; nothing where one is missing. */
function isProduct(cells: readonly string[]): readonly boolean[] {
  const [one, other, amount] = cells.map(parseMoney);
  if (one === undefined || other === undefined || amount === undefined) return [];
  return [Math.abs((one * other) / 100 - amount) <= Math.min(one, other) / 200 + 1];
}

const roles = ['number', 'quantity', 'unitPrice', 'amount', 'bin', 'fault', 'other'] as const;

function isHeadingOf(role: PastedColumn, heading: string): boolean {
  return (
    heading !== '' &&
    pastedHeadings[role].some((word) => heading === word || (word.length > 1 && heading.endsWith(word)))
  );
}

/** '单价（元）' and ' Unit price: ' as '单价' and 'unitprice'. */
function plainHeading(cell: string): string {
  const text = cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[([【].*?[)\]】]/g, '');
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** 1, 2, 3 and so on: the numbers of the rows. */
function isCounting(rows: Rows, index: number): boolean {
  return (
    rows.length > 1 && rows.every((cells, row) => parseQuantity(cells[index] ?? '') === (row + 1) * oneUnit)
  );
}

/** Two places in every cell: money is written so. */
function looksLikeMoney(rows: Rows, index: number): boolean {
  return rows.every((cells) => /^$|\.\d{2}\D*$|^[¥￥]|元$/.test(cells[index] ?? '')) && !isEmpty(rows, index);
}

function isEmpty(rows: Rows, index: number): boolean {
  return rows.every((cells) => (cells[index] ?? '') === '');
}

function isNumberOrEmpty(cell: string): boolean {
  return cell === '' || /^[-−¥￥+]?[\d０-９][\d０-９.,，．。 ]*\p{L}{0,3}$/u.test(cell);
}
