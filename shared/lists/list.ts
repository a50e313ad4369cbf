import type { FieldName } from '../messages/field-word.ts';
import type { Kind } from '../nouns/index.ts';
import type { FieldKind } from './kind-of-field.ts';

/** Rows that are no records of a noun, and have words of their own all the same. */
export const rowKinds = ['movement', 'monthRow', 'auditEntry', 'duty'] as const;
/** A noun, or a kind of row that has no card. */
export type ListKind = Kind | (typeof rowKinds)[number];

/** What is told of a column; everything else follows from the name of the field. */
export interface Told<Field extends string = string> {
  /** Takes a share of the width that is left. */
  readonly grow?: number;
  /** In pixels, where the usual width of its kind does not do. */
  readonly width?: number;
  /** The same in English, whose words are longer. */
  readonly widthInEnglish?: number;
  /** Not shown until somebody chooses it. */
  readonly hidden?: true;
  /** Stands in the file alone, or on the screen and on paper alone. */
  readonly only?: 'file' | 'screen';
  /** Where the name of the field does not tell it. */
  readonly kind?: FieldKind;
  /** The list of words its values come from, as `satisfaction`, where it is not that of `wordsOfField`. */
  readonly words?: string;
  /** Other columns of the list whose values its cell shows too: on the screen inside the cell, in the file beside it. */
  readonly alsoShows?: readonly Field[];
}

/** The sort of the contract that a column stands for; `true` where it has the name of the field. */
interface Sortable extends Told {
  readonly sort?: string | true;
}

/** A column of a list that was told. */
export interface ToldColumn extends Told {
  readonly field: string;
  /** The sort of the contract that it stands for. */
  readonly sort?: string;
}

/** The columns of a list, in their usual order: fields of the row that have a word, and sorts of the contract alone. */
export type Columns<Row, Sort> = {
  readonly [Name in keyof Row & FieldName]?: Told<keyof Row & FieldName> & {
    readonly sort?: Name extends Sort ? true : Sort;
  };
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
  return {
    kind,
    columns: Object.entries(columns).map(([field, { sort, ...told }]) => ({
      field,
      ...told,
      ...(sort === undefined ? {} : { sort: sort === true ? field : sort }),
    })),
  };
}

/** The list of words that a column's values come from, if there is one of that name. */
export function wordsOfColumn({ kind }: { readonly kind: ListKind }, column: ToldColumn): string {
  return column.words ?? wordsOfField(kind, column.field);
}

/** The list of words that a noun has for a field of its own: `customerKind` for the kind of a customer. */
export function wordsOfField(kind: ListKind, field: string): string {
  return `${kind}${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
}
