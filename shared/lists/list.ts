import type { FieldName } from '../messages/field-word.ts';
import type { Kind } from '../nouns/index.ts';
import type { FieldKind } from './kind-of-field.ts';

/** Rows that are no records of a noun, and have words of their own all the same. */
export const rowKinds = ['movement', 'monthRow', 'auditEntry'] as const;
/** A noun, or a kind of row that has no card. */
export type ListKind = Kind | (typeof rowKinds)[number];

/** What is told of a column; everything else follows from the name of the field. */
export interface Told {
  /** Takes a share of the width that is left. */
  readonly grow?: number;
  /** In pixels, where the usual width of its kind does not do. */
  readonly width?: number;
  /** Not shown until somebody chooses it. */
  readonly hidden?: true;
  /** Stands in the file alone, or on the screen and on paper alone. */
  readonly only?: 'file' | 'screen';
  /** Where the name of the field does not tell it. */
  readonly kind?: FieldKind;
  /** The list of words its values come from, as `satisfaction`. */
  readonly words?: string;
}

interface Sortable extends Told {
  /** The list can be sorted by this column. */
  readonly sort?: true;
}

/** A column of a list that was told. */
export interface ToldColumn extends Sortable {
  readonly field: string;
}

/** The columns of a list, in their usual order: fields of the row that have a word, and sorts of the contract alone. */
export type Columns<Row, Sort> = {
  readonly [Name in keyof Row & FieldName]?: Name extends Sort ? Sortable : Told;
};

/** A list told once: the grid, the paper and the Excel file are made from it. */
export interface List<in out Row, Sort = string> {
  readonly kind: ListKind;
  readonly columns: readonly ToldColumn[];
  /** Tie the list to its row and its sorts, and are never there. */
  readonly row?: (row: Row) => Row;
  readonly sorts?: Sort;
}

/** Tells a list: `list<OldPartRow, OldPartSort>('oldPart', { number: {}, partName: { grow: 1 }, dueDay: { sort: true } })`. */
export function list<Row, Sort extends keyof Row = never>(
  kind: ListKind,
  columns: Columns<Row, Sort>,
): List<Row, Sort>;
/** The same once the compiler has held the columns against the row: a generic type cannot be walked without a cast. */
export function list(kind: ListKind, columns: Readonly<Record<string, Sortable>>): List<unknown, never> {
  return { kind, columns: Object.entries(columns).map(([field, told]) => ({ field, ...told })) };
}

/** The list of words that a column's values come from; undefined for what is written as it is. */
export function wordsOfColumn({ kind }: { readonly kind: ListKind }, column: ToldColumn): string | undefined {
  return column.words ?? (column.field === 'state' ? `${kind}State` : undefined);
}
