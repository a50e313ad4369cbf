import writeExcel from 'write-excel-file/node';
import type { CellObject } from 'write-excel-file/node';
import { assertNever } from '#shared/domain/assert.ts';
import { dayOf, defaultTimeZone } from '#shared/domain/days.ts';

/**
 * How the values of a column are written. Money comes in fen, quantities in thousandths, moments in UTC milliseconds, a
 * `moment` to the minute, a `second` to the second.
 */
export type ExcelKind = 'text' | 'whole' | 'money' | 'quantity' | 'moment' | 'second';

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

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const defaultWidth: Readonly<Record<ExcelKind, number>> = {
  text: 18,
  whole: 10,
  money: 14,
  quantity: 12,
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
  return new File([new Uint8Array(await written.toBuffer())], `${name}.xlsx`, { type: mediaType });
}

function cellOf(kind: ExcelKind, value: string | number | null): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return textCell(value);
  switch (kind) {
    case 'text':
      return textCell(String(value));
    case 'whole':
      return { type: Number, value, format: '0' };
    case 'money':
      return { type: Number, value: value / 100, format: '#,##0.00;[Red]-#,##0.00' };
    case 'quantity':
      return { type: Number, value: value / 1000, format: '#,##0.###;[Red]-#,##0.###' };
    case 'moment':
      return textCell(`${dayOf(value)} ${minutes.format(value)}`);
    case 'second':
      return textCell(`${dayOf(value)} ${seconds.format(value)}`);
    default:
      return assertNever(kind);
  }
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

const clock = { timeZone: defaultTimeZone, hour: '2-digit', minute: '2-digit', hour12: false } as const;
const minutes = new Intl.DateTimeFormat('en-GB', clock);
const seconds = new Intl.DateTimeFormat('en-GB', { ...clock, second: '2-digit' });
