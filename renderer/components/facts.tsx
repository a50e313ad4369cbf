import type { ReactNode } from 'react';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { kindOfField } from '#shared/lists/kind-of-field.ts';
import { wordsOfField, type ListKind } from '#shared/lists/list.ts';
import { type FieldName, fieldWord } from '#shared/messages/field-word.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { type Text, useText } from '../app/text.ts';
import { FactGrid } from './fact-grid.tsx';
import { formatCount } from './inputs/parse-count.ts';

/** The facts of a record by the names of their fields: word, form and order follow from them; `draws` draws what is more than words. */
export function Facts<Row extends object, Name extends keyof Row & FieldName>({
  of,
  row,
  names,
  draws = {},
  wide = [],
  columns,
}: {
  readonly of: ListKind;
  readonly row: Row;
  readonly names: readonly Name[];
  readonly draws?: { readonly [Field in Name]?: ReactNode };
  /** Those that take the whole width. */
  readonly wide?: readonly Name[];
  readonly columns?: number;
}) {
  const t = useText();
  const facts = names.map((name) => ({
    label: fieldWord(t.language, of, name),
    value: Object.hasOwn(draws, name) ? draws[name] : written(of, name, row[name], t),
    wide: wide.includes(name),
  }));
  return <FactGrid facts={facts} {...(columns === undefined ? {} : { columns })} />;
}

function written(of: ListKind, name: string, value: unknown, t: Text): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'string')
    return (
      [wordsOfField(of, name), name]
        .map((words) => translateAny(t.language, `states.${words}_${value}`))
        .find((word) => word !== undefined) ?? value
    );
  if (Array.isArray(value)) return t.listed(value.map(String));
  if (typeof value !== 'number') return '';
  switch (kindOfField(name)) {
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
