import type { ReactNode } from 'react';
import { kindOfField } from '#shared/lists/kind-of-field.ts';
import { wordsOfColumn, type List, type ToldColumn } from '#shared/lists/list.ts';
import { fieldKey } from '#shared/messages/field-word.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { Text } from '../app/text.ts';
import type { Tone } from '../components/tag.tsx';
import type { Column } from './columns.tsx';

/** What the page adds to a column of a list: how its cell is drawn, said in words, and coloured. */
export interface Drawing<Row> {
  /** What stands in the cell where it is not the value of the field: nothing, where a value says nothing. */
  readonly value?: (row: Row) => unknown;
  readonly draw?: (row: Row) => ReactNode;
  /** What the cell says on paper, where the value of the field is not all that `draw` says. */
  readonly text?: (row: Row, t: Text) => string;
  readonly tone?: (row: Row) => Tone | 'mut' | undefined;
}
export type Drawings<Row> = { readonly [Field in keyof Row]?: Drawing<Row> };

/** The columns of a list that is told once, as the grid takes them. */
export function toldColumns<Row, Sort extends string>(
  told: List<Row, Sort>,
  drawings: Drawings<Row>,
  t: Text,
): readonly Column<Row, Sort>[] {
  return told.columns
    .filter(({ only }) => only !== 'file')
    .map((column) => {
      const { field, sort, only: _only, words: _words, alsoShows: _also, widthInEnglish, ...rest } = column;
      const label = fieldKey(told.kind, field) ?? 'common.number';
      return {
        ...rest,
        ...(t.language === 'en' && widthInEnglish !== undefined ? { width: widthInEnglish } : {}),
        key: field,
        label,
        kind: column.kind ?? kindOfField(field),
        value: valueIn(told, column, t),
        // The type of a list lets a column stand only for a sort of its contract.
        ...(sort === undefined ? {} : { sort: sort as Sort }),
        ...drawings[field as keyof Row],
      };
    });
}

/** The value of a column: a word where its field comes from a list of words. */
function valueIn<Row>(told: List<Row>, column: ToldColumn, t: Text): (row: Row) => unknown {
  const words = wordsOfColumn(told, column);
  return (row) => {
    const value: unknown =
      typeof row === 'object' && row !== null ? Reflect.get(row, column.field) : undefined;
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    const word = typeof value === 'string' ? translateAny(t.language, `states.${words}_${value}`) : undefined;
    return word ?? value;
  };
}
