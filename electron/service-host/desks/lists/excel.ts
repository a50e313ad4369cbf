import writeExcel from 'write-excel-file/node';
import type { CellObject } from 'write-excel-file/node';
import { assertNever } from '#shared/domain/assert.ts';
import { sheetMediaType } from '#shared/domain/files.ts';
import { dayOf, daysBetween, isDay, startOfDay, type Day, type Moment } from '#shared/domain/days.ts';

/**
 * How the values of a column are written. Money comes in fen, quantities in thousandths, days as YYYY-MM-DD, moments in UTC
 * milliseconds, a `moment` to the minute, a `second` to the second.
 */
export type ExcelKind = 'text' | 'whole' | 'money' | 'quantity' | 'day' | 'moment' | 'second';

/** One column of an exported list; `width` in characters. */
export interface ExcelColumn<Row> {
  readonly title: string;
  readonly kind: ExcelKind;
  readonly value: (row: Row) => string | number | null;
  readonly width?: number | undefined;
}

/** A list as it is exported: what a query gathers, before the file is written. */
export interface ExcelSheet<Row> {
  readonly name: string;
  readonly columns: readonly ExcelColumn<Row>[];
  readonly rows: readonly Row[];
}

const defaultWidth: Readonly<Record<ExcelKind, number>> = {
  text: 18,
  whole: 10,
  money: 14,
  quantity: 12,
  day: 12,
  moment: 17,
  second: 20,
};

/**
 * An Excel file `<name>.xlsx` with one sheet: a head that stays in sight, and a row for each row. Text is always a text
 * cell, whatever it begins with, so that no code loses its zeros and nothing a person typed becomes a formula.
 */
export async function excelFile<Row>(
  name: string,
  columns: readonly ExcelColumn<Row>[],
  rows: readonly Row[],
): Promise<File> {
  const head = columns.map((column) => ({ ...textCell(column.title), fontWeight: 'bold' as const }));
  const lines = rows.map((row) => columns.map((column) => cellOf(column.kind, column.value(row))));
  const written = writeExcel([head, ...lines], {
    sheet: sheetName(name),
    columns: columns.map((column) => ({ width: column.width ?? defaultWidth[column.kind] })),
    stickyRowsCount: 1,
  });
  return new File([new Uint8Array(await written.toBuffer())], `${name}.xlsx`, { type: sheetMediaType });
}

function cellOf(kind: ExcelKind, value: string | number | null): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return kind === 'day' ? dayCell(value) : textCell(value);
  switch (kind) {
    case 'text':
      return textCell(String(value));
    case 'whole':
      return { type: Number, value, format: '0' };
    case 'money':
      return { type: Number, value: value / 100, format: '#,##0.00;[Red]-#,##0.00' };
    case 'quantity':
      // A format with optional places leaves a bare point behind whole numbers. What is taken back is red.
      return { type: Number, value: value / 1000, format: quantityFormat(value) };
    case 'day':
      return textCell(String(value));
    case 'moment':
      return dateCell(dayOf(value), Math.floor(secondOfDay(value) / 60) * 60, 'yyyy-mm-dd hh:mm');
    case 'second':
      return dateCell(dayOf(value), secondOfDay(value), 'yyyy-mm-dd hh:mm:ss');
    default:
      return assertNever(kind);
  }
}

function quantityFormat(thousandths: number): string {
  const format = thousandths % 1000 === 0 ? '#,##0' : '#,##0.###';
  return `${format};[Red]-${format}`;
}

function dayCell(text: string): CellObject {
  return isDay(text) ? dateCell(text, 0, 'yyyy-mm-dd') : textCell(text);
}

/** A real date, which Excel sorts, filters and counts with: its days since the end of 1899. */
function dateCell(day: Day, seconds: number, format: string): CellObject {
  return { type: Number, value: daysBetween(firstDayOfExcel, day) + seconds / secondsADay, format };
}

const firstDayOfExcel = '1899-12-30';
const secondsADay = 86_400;

function secondOfDay(at: Moment): number {
  return Math.floor((at - startOfDay(dayOf(at))) / 1000);
}

/** Format @ keeps the cell text when somebody edits it in Excel. */
function textCell(text: string): CellObject {
  return { type: String, value: writable(text), format: '@' };
}

/** `text`, or as much of it as a cell holds, which `note` then says at its end. */
export function cutToCell(text: string, note: string): string {
  if (escaped(text).length <= longestCell) return text;
  const kept = text.slice(0, longestCell - note.length);
  // What is escaped grows; as much is left out again.
  return kept.slice(0, kept.length - (escaped(kept).length - kept.length)) + note;
}

/** Excel takes at most so many characters in a cell. */
const longestCell = 32_767;

function writable(text: string): string {
  return escaped(text).slice(0, longestCell);
}

/** XML knows no control characters and no half surrogates. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, '')
      // Excel reads _x0041_ as an escaped A unless its first stroke is escaped itself.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  );
}

function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
