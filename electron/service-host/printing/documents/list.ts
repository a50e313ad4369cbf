import { fill } from '../fill.ts';
import type { Block, LineColumn, PageFormat, PaperDefinition } from '../layout/paper-definition.ts';
import { lookOf, points } from '../layout/look.ts';
import { longestPieceInEms, widthInEms } from '../layout/text-width.ts';
import { paperFrame } from './frame.ts';
import { a4List, a4ListLandscape } from './page-formats.ts';
import { wordingOf, type PaperContext, type PaperWording } from './paper-context.ts';
import { countText, momentText } from './values.ts';

/** A list as somebody sees it on a screen: the columns shown, every value in words. */
export interface ListPaper {
  readonly title: string;
  /** What it is filtered by and ordered by, in words; empty where nothing was chosen. */
  readonly filter: string;
  readonly order: string;
  /** Whether the list goes on after these rows. */
  readonly isCut: boolean;
  readonly columns: readonly ListPaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Sums after the rows, which have no number and are not counted. */
  readonly end?: readonly (readonly string[])[] | undefined;
}

export interface ListPaperColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** How wide it is, in relation to the others. */
  readonly width: number;
}

/** With more columns than these, or with wider ones than stand beside each other, the sheet lies. */
const mostUpright = 5;
const positionMm = 10;
/** A text up to this long stays on one line: a state, a name. */
const shortEms = 8;
/** A column narrower than this share of its longest word can hardly be read: those after it are left out instead. */
const leastShrink = 0.8;
/** No column asks for more than this on account of its longest word, and of its longest text. */
const widestWordMm = 36;
const widestTextMm = 80;

/** A list on A4, its heads on every page, its rows counted. */
export function listPaper(whole: ListPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  const wordsMm = widestOf(whole, unbrokenEms, widestWordMm);
  const standsUpright = wordsMm.length <= mostUpright && sum(wordsMm) <= roomOf(a4List);
  const page = standsUpright ? a4List : a4ListLandscape;
  const { list, leftOut } = firstColumns(whole, columnsFitting(wordsMm, page));
  const count = countText(list.rows.length);
  const frame = paperFrame({ title: list.title, number: '', page, alterations: words.listNote }, context);
  const printed = fill(words.listPrinted, {
    at: momentText(context.print.printedAt, context.timeZone),
    by: context.print.printedBy,
  });
  return {
    ...frame,
    head: frame.head && {
      ...frame.head,
      number: {
        label: words.listRows,
        value: list.isCut ? fill(words.listFirstRows, { count }) : count,
      },
    },
    foot: { lines: [printed, words.listNote, context.firm.address].filter((line) => line !== '') },
    blocks: [
      ...beginning(list, leftOut, count, words),
      lineTable(list, columnsOf(list, wordsMm, page, words), count, words),
    ],
  };
}

/** How many of the columns have room beside each other, from the first on; at least one is printed. */
function columnsFitting(wordsMm: readonly number[], page: PageFormat): number {
  const roomMm = roomOf(page) / leastShrink;
  const fitting = wordsMm.findIndex((_, index) => sum(wordsMm.slice(0, index + 1)) > roomMm);
  return fitting === -1 ? wordsMm.length : Math.max(1, fitting);
}

function firstColumns(list: ListPaper, count: number) {
  return {
    list: {
      ...list,
      columns: list.columns.slice(0, count),
      rows: list.rows.map((row) => row.slice(0, count)),
      end: list.end?.map((row) => row.slice(0, count)),
    },
    leftOut: list.columns.slice(count).map(({ label }) => label),
  };
}

/** What the list was asked for, and that it is not the whole of it. */
function beginning(
  list: ListPaper,
  leftOut: readonly string[],
  count: string,
  words: PaperWording,
): readonly Block[] {
  const cut: Block = {
    kind: 'emphasis',
    text: fill(words.listCut, { count }),
    detail: words.listCutDetail,
  };
  const asked: Block = {
    kind: 'facts',
    labelMm: 18,
    valuesMm: ['rest', 56],
    rows: [
      [
        { label: words.listFilter, value: list.filter || words.listEverything },
        { label: words.listOrder, value: list.order || words.nothing },
      ],
    ],
  };
  const lacking: Block = {
    kind: 'emphasis',
    text: fill(words.listLeftOut, { columns: leftOut.join(words.listSeparator) }),
    detail: words.listLeftOutDetail,
  };
  const isAsked = list.filter !== '' || list.order !== '';
  return [
    ...(list.isCut ? [cut] : []),
    ...(leftOut.length > 0 ? [lacking] : []),
    ...(isAsked ? [asked] : []),
  ];
}

function lineTable(
  list: ListPaper,
  columns: readonly LineColumn[],
  count: string,
  words: PaperWording,
): Block {
  return {
    kind: 'lineTable',
    columns,
    rows: [
      ...list.rows.map((row, index) => [String(index + 1), ...row]),
      ...(list.end ?? []).map((row) => ['', ...row]),
    ],
    closing: [
      [
        {
          text: list.isCut ? fill(words.listCut, { count }) : words.blankBelow,
          columns: list.columns.length + 1,
        },
      ],
    ],
  };
}

/**
 * Every column has room for its longest word or short text, then for its longest text as far as the sheet goes; what is left even then
 * is shared as the screen shared its own width. The last column takes what rounding to hundredths leaves.
 */
function columnsOf(
  list: ListPaper,
  widestWordsMm: readonly number[],
  page: PageFormat,
  words: PaperWording,
): readonly LineColumn[] {
  const roomMm = roomOf(page);
  const wordsMm = widestWordsMm.slice(0, list.columns.length);
  const textsMm = widestOf(list, widthInEms, widestTextMm);
  // Where even the words are too wide together, each gives way alike.
  const shrink = Math.min(1, roomMm / sum(wordsMm));
  const leftMm = roomMm - sum(wordsMm) * shrink;
  const wishesMm = textsMm.map((text, index) => Math.max(0, text - (wordsMm[index] ?? 0)));
  const granted = Math.min(1, leftMm / Math.max(1, sum(wishesMm)));
  const restMm = leftMm - sum(wishesMm) * granted;
  const whole = sum(list.columns.map(({ width }) => width));
  return [
    { title: words.position, width: positionMm, align: 'right' },
    ...list.columns.map(({ label, align, width }, index): LineColumn => {
      const wide =
        (wordsMm[index] ?? 0) * shrink + (wishesMm[index] ?? 0) * granted + (restMm * width) / whole;
      const isLast = index === list.columns.length - 1;
      return { title: label, align, width: isLast ? 'rest' : Math.floor(wide * 100) / 100 };
    }),
  ];
}

/** The width that the columns share. */
function roomOf(page: PageFormat): number {
  return page.widthMm - 2 * page.marginsMm.side - positionMm;
}

/** In millimetres with the padding of a cell, for each column: the widest of what stands in it, as `measure` says in ems. */
function widestOf(
  { columns, rows, end = [] }: ListPaper,
  measure: (text: string) => number,
  mostMm: number,
): readonly number[] {
  const look = lookOf(a4List.density);
  return columns.map(({ label }, index) => {
    const lines = [label, ...[...rows, ...end].flatMap((row) => (row[index] ?? '').split('\n'))];
    const ems = lines.reduce((most, line) => Math.max(most, measure(line)), 0);
    return Math.min(mostMm, (ems * look.text + 2 * look.paddingSide + 1) / points(1));
  });
}

function unbrokenEms(text: string): number {
  const ems = widthInEms(text);
  return ems <= shortEms ? ems : longestPieceInEms(text);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
