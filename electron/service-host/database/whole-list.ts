import { and, gte, lt, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Page } from '#shared/contract/lists.ts';
import { refuse } from '#shared/contract/refusals.ts';
import { addDays, type Day, startOfDay } from '#shared/domain/days.ts';

/** From one day until another, both of them whole. */
export interface DaySpan {
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** Engines take a bounded number of values in one statement. */
const rowsAtOnce = 500;

/** Whether the moment in `column` lies within these days. */
export function withinDays(column: SQLiteColumn, { fromDay, untilDay }: DaySpan): SQL | undefined {
  return and(gte(column, startOfDay(fromDay)), lt(column, startOfDay(addDays(untilDay, 1))));
}

/**
 * Every row of a list that is read page by page; `read` takes where the page before ended, and how many rows to give.
 * Refuses LIST_TOO_LONG for more rows than `most`, as soon as they are read.
 */
export async function everyPage<Row>(
  read: (after: string | undefined, limit: number) => Promise<Page<Row>>,
  most = Number.POSITIVE_INFINITY,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await read(after, rowsAtOnce);
    rows.push(...page.rows);
    if (rows.length > most) refuse('LIST_TOO_LONG', {});
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

/** What `read` makes of these ids, asked for in portions. */
export async function inPortions<Row>(
  found: readonly { readonly id: string }[],
  read: (ids: string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < found.length; start += rowsAtOnce)
    rows.push(...(await read(found.slice(start, start + rowsAtOnce).map(({ id }) => id))));
  return rows;
}
