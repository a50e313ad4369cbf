import { and, asc, desc, inArray, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Page } from '#shared/contract/lists.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { ReadTx } from './database.ts';

/** What a list is asked for; the input of every list in the contract has this form. */
export interface PageInput<Sort extends string> {
  readonly sort: { readonly by: Sort; readonly descending: boolean };
  readonly after?: string | undefined;
  readonly limit: number;
}

interface FoundRows {
  readonly where: SQL | undefined;
  /** Where a text was found more often than was looked at: how many of the newest were. */
  readonly onlyNewest: number | undefined;
  /** Whether the search stopped before it had looked at everything. */
  readonly isUnfinished: boolean;
}

interface PageSource<Sort extends string, Row> {
  readonly from: SQLiteTable;
  /** The column that tells rows apart; ends every sort. */
  readonly id: SQLiteColumn;
  /** The columns that can be sorted by. Each has an index that ends with `id`; none may be null in a row shown. */
  readonly sorts: Readonly<Record<Sort, SQLiteColumn>>;
  readonly where: readonly (SQL | undefined)[];
  /** What the text of the filter narrows it to, and what is to be said of that. */
  readonly found?: FoundRows | undefined;
  /** Everything to show of the rows with these ids, in any order. */
  readonly rows: (ids: string[]) => Promise<Row[]>;
  readonly idOf: (row: Row) => string | number;
}

/**
 * One page of a list, found by key and never by number, so that the last page of a million rows costs what the first
 * does. The ids come first, along one index; what there is to show of them is fetched afterwards.
 */
export async function readPage<Sort extends string, Row>(
  tx: ReadTx,
  input: PageInput<Sort>,
  source: PageSource<Sort, Row>,
): Promise<Page<Row>> {
  const sortColumn = source.sorts[input.sort.by];
  const order = input.sort.descending ? desc : asc;
  const byId = sortColumn === source.id;
  const keys = await tx.db
    .select({ id: source.id, key: sortColumn })
    .from(source.from)
    .where(
      and(
        source.found?.where,
        ...source.where,
        input.after === undefined ? undefined : beyond(input, sortColumn, source.id),
      ),
    )
    .orderBy(...(byId ? [order(source.id)] : [order(sortColumn), order(source.id)]))
    .limit(input.limit + 1);
  const shown = keys.slice(0, input.limit);
  const last = shown.at(-1);
  // Ids are text, or the whole numbers of a ledger.
  const rows = shown.length === 0 ? [] : await source.rows(shown.map((key) => key.id as string));
  const byRowId = new Map(rows.map((row) => [source.idOf(row), row]));
  return {
    rows: shown.flatMap((key) => byRowId.get(key.id as string) ?? []),
    next: keys.length > input.limit && last ? JSON.stringify([last.key, last.id]) : null,
    ...(source.found?.onlyNewest === undefined ? {} : { onlyNewest: source.found.onlyNewest }),
    ...(source.found?.isUnfinished ? { isUnfinished: true } : {}),
  };
}

/** `column IN (ids)`, and false for none, which neither engine writes by itself. */
export function among(column: SQLiteColumn, ids: readonly (string | number)[]): SQL {
  return ids.length === 0 ? sql`1 = 0` : inArray(column, [...ids]);
}

function beyond<Sort extends string>(
  input: PageInput<Sort>,
  sortColumn: SQLiteColumn,
  id: SQLiteColumn,
): SQL {
  const [key, lastId] = cursorOf(input.after ?? '');
  const comparison = input.sort.descending ? sql.raw('<') : sql.raw('>');
  return sortColumn === id
    ? sql`${id} ${comparison} ${lastId}`
    : sql`(${sortColumn}, ${id}) ${comparison} (${key}, ${lastId})`;
}

/** The key and the id with which the page before ended. Refuses INVALID_INPUT. */
export function cursorOf(text: string): readonly [string | number, string | number] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const [key, id] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  const fits = (value: unknown): value is string | number =>
    typeof value === 'string' || Number.isSafeInteger(value);
  return fits(key) && fits(id)
    ? [key, id]
    : refuse('INVALID_INPUT', { issues: [{ path: 'after', code: 'format' }] });
}
