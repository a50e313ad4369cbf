import type { Page } from '#shared/contract/lists.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { Language } from '#shared/domain/actor.ts';
import { dayOf } from '#shared/domain/days.ts';
import { kindOfField, type FieldKind } from '#shared/lists/kind-of-field.ts';
import { wordsOfColumn, type List, type ToldColumn } from '#shared/lists/list.ts';
import { fieldWord } from '#shared/messages/field-word.ts';
import { listed } from '#shared/messages/punctuation.ts';
import { translateAny, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import type { PageInput } from '../../database/read-page.ts';
import { everyPage } from '../../database/whole-list.ts';
import type { ExcelColumn, ExcelKind, ExcelSheet } from './excel.ts';

/** What a list is asked for as a file: filter, order and columns as the screen shows them. */
interface ShownList<Filter, Sort extends string> {
  readonly filter: Filter;
  readonly sort: { readonly by: Sort; readonly descending: boolean };
  /** Every column of the list, where none is named. */
  readonly columns?: readonly string[];
}

type ListQuery<Filter, Sort extends string, Row> = (
  tx: ReadTx,
  input: PageInput<Sort> & { readonly filter: Filter },
) => Promise<Page<Row>>;

const excelKinds: Readonly<Record<FieldKind, ExcelKind>> = {
  text: 'text',
  count: 'whole',
  quantity: 'quantity',
  money: 'money',
  day: 'day',
  moment: 'moment',
};
/** A file of more rows is asked for in portions: making it would take minutes, and most of the memory of its thread. */
const mostRows = 200_000;
/** An Excel column of this many characters is as wide as one of so many pixels on the screen. */
const pixelsOfACharacter = 7;

/**
 * The sheet of a list that is told once: the rows its query gives, all of them, in the columns shown, under the name of
 * the list and the day; beside a column stands
 * everything that its cell shows. Refuses INVALID_INPUT for a column that the list does not know, and
 * LIST_TOO_LONG. `name` is the name of the file
 * where it is not that of the list of the noun.
 */
export function toldSheet<Filter, Sort extends string, Row>(
  told: List<Row, Sort>,
  query: ListQuery<Filter, Sort, Row>,
  name?: MessageKey,
) {
  return async (
    tx: ReadTx,
    { filter, sort, columns = told.columns.map(({ field }) => field) }: ShownList<Filter, Sort>,
    language: Language,
  ): Promise<ExcelSheet<Row>> => ({
    name: `${translateAny(language, name ?? `states.listOf_${told.kind}`) ?? told.kind} ${dayOf(tx.now)}`,
    columns: sheetColumns(told, columns, language),
    rows: await everyPage(
      (after, limit) => query(tx, { filter, sort, limit, ...(after === undefined ? {} : { after }) }),
      mostRows,
    ),
  });
}

/** The columns of a file: those shown, in their order, and after them those that stand in files alone. Refuses INVALID_INPUT. */
export function sheetColumns<Row>(
  told: List<Row>,
  shown: readonly string[],
  language: Language,
): readonly ExcelColumn<Row>[] {
  return columnsInFile(told, shown).map((column) => excelColumn(told, column, language));
}

function columnsInFile<Row>(told: List<Row>, shown: readonly string[]): readonly ToldColumn[] {
  const columnOf = (field: string) =>
    told.columns.find((column) => column.field === field) ??
    refuse('INVALID_INPUT', { issues: [{ path: `columns.${field}`, code: 'choice' }] });
  const chosen = shown.map(columnOf).flatMap((column) => {
    // A column that is shown itself keeps its own place.
    const beside = (column.alsoShows ?? []).filter((field) => !shown.includes(field));
    return [column, ...beside.map(columnOf)];
  });
  return [...new Set([...chosen, ...told.columns.filter(({ only }) => only === 'file')])];
}

function excelColumn<Row>(told: List<Row>, column: ToldColumn, language: Language): ExcelColumn<Row> {
  const { field, kind = kindOfField(field), width } = column;
  const words = wordsOfColumn(told, column);
  return {
    title: fieldWord(language, told.kind, field),
    kind: excelKinds[kind],
    ...(width === undefined ? {} : { width: Math.max(8, Math.round(width / pixelsOfACharacter)) }),
    value: (row) => {
      const value = fieldOf(row, field);
      if (typeof value === 'number') return value;
      if (typeof value === 'boolean')
        return translateAny(language, value ? 'common.yes' : 'common.no') ?? null;
      if (typeof value !== 'string') return Array.isArray(value) ? listed(language, value.map(String)) : null;
      return translateAny(language, `states.${words}_${value}`) ?? value;
    },
  };
}

function fieldOf(row: unknown, field: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined;
}
