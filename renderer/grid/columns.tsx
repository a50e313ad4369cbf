import type { ReactNode } from 'react';
import type { ColDef } from 'ag-grid-community';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { formatCount } from '../components/inputs/parse-count.ts';
import type { Tone } from '../components/tag.tsx';
import type { MessageKey, Text } from '../app/text.ts';
import { headWidth } from './head-width.ts';

/** How the values of a column are written. Numbers stand right-aligned. */
export type ColumnKind = 'text' | 'count' | 'quantity' | 'money' | 'day' | 'moment';

/** A column of a list. */
export interface Column<Row, Sort extends string = string> {
  /** The field of the row it shows, or any name when `value` or `draw` says what. */
  readonly key: string;
  readonly label: MessageKey;
  readonly kind?: ColumnKind | undefined;
  readonly value?: ((row: Row) => unknown) | undefined;
  /** Draws the cell where words are not enough: a tag, a link. */
  readonly draw?: ((row: Row) => ReactNode) | undefined;
  /** What the cell says on paper, where `value` is not all that `draw` says. */
  readonly text?: ((row: Row, t: Text) => string) | undefined;
  readonly tone?: ((row: Row) => Tone | 'mut' | undefined) | undefined;
  /** In pixels. */
  readonly width?: number | undefined;
  /** Takes a share of what is left. */
  readonly grow?: number | undefined;
  /** The sort of the contract that this column stands for; without one it cannot be sorted by. */
  readonly sort?: Sort | undefined;
  /** Not shown until somebody chooses it. */
  readonly hidden?: boolean | undefined;
}

const numberKinds: ReadonlySet<ColumnKind> = new Set(['count', 'quantity', 'money']);
const usualWidth: Readonly<Record<ColumnKind, number>> = {
  text: 140,
  count: 80,
  quantity: 80,
  money: 110,
  day: 104,
  moment: 110,
};

/** Whether the values of a column are numbers. */
export function isNumberKind(kind: ColumnKind = 'text'): boolean {
  return numberKinds.has(kind);
}

/** How much of its width a growing column keeps where the list is narrow. */
const leastShare = 0.6;

/** The column as the grid wants it. `order` is the sort of the list when nobody has chosen one. */
export function gridColumn<Row, Sort extends string>(
  column: Column<Row, Sort>,
  t: Text,
  order: { readonly by: Sort; readonly descending: boolean },
): ColDef<Row> {
  const { key, label, kind = 'text', draw, tone, width = usualWidth[kind], grow, sort, hidden } = column;
  const least = headWidth(t(label), sort !== undefined);
  const isNumber = isNumberKind(kind);
  return {
    colId: key,
    headerName: t(label),
    initialWidth: Math.max(width, least),
    // What takes the rest gives way before the list has to be pushed sideways, but never so far that its head is cut.
    minWidth: grow ? Math.max(Math.round(width * leastShare), least) : least,
    ...(grow ? { initialFlex: grow } : {}),
    initialHide: hidden ?? false,
    sortable: sort !== undefined,
    ...(sort === order.by ? { initialSort: order.descending ? 'desc' : 'asc' } : {}),
    headerClass: isNumber ? 'ag-right-aligned-header' : '',
    cellClass: ({ data, value }) =>
      [isNumber ? 'num' : '', (data && tone?.(data)) ?? (isNumber && isNegative(value) ? 'late' : '')].filter(
        (name) => name !== '',
      ),
    valueGetter: ({ data }) => (data ? valueOf(column, data) : undefined),
    valueFormatter: ({ value: shown }) => writtenValue(shown, kind, t),
    ...(draw ? { cellRenderer: ({ data }: { readonly data?: Row }) => (data ? draw(data) : null) } : {}),
  };
}

/** Numbers below zero are red, as in every ledger. */
function isNegative(value: unknown): boolean {
  return typeof value === 'number' && value < 0;
}

/** A value as it stands in a cell. */
export function writtenValue(value: unknown, kind: ColumnKind, t: Text): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return t.listed(value.map(String));
  if (typeof value !== 'number') return String(value);
  switch (kind) {
    case 'money':
      return formatMoney(value);
    case 'quantity':
      return formatQuantity(value);
    case 'moment':
      return t.moment(value);
    case 'count':
      return formatCount(value);
    default:
      return String(value);
  }
}

/** What a column shows of a row. */
export function valueOf<Row, Sort extends string>({ key, value }: Column<Row, Sort>, row: Row): unknown {
  return value ? value(row) : fieldOf(row, key);
}

function fieldOf(row: unknown, key: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined;
}
