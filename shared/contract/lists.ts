import { z } from 'zod';

/** `next` of the page before, unchanged; absent for the first. It belongs to one list, filter and sort. */
export const cursor = () => z.string().max(600);

/** Rows a page of a list may have. */
export const largestPage = 500;

/** The columns of a list that are shown, in their order. */
export const shownColumns = () => z.array(z.string().max(60)).min(1).max(80);

/** Input of a list: what to show, in which order, and where the last page ended. Pages are asked for by key, never by number. */
export const listInput = <Filter extends z.ZodType, const Sort extends readonly [string, ...string[]]>(
  filter: Filter,
  sorts: Sort,
) =>
  z.strictObject({
    filter,
    sort: z.strictObject({ by: z.enum(sorts), descending: z.boolean() }),
    after: cursor().optional(),
    limit: z.int().min(1).max(largestPage),
  });

/**
 * What a list is asked for, on the screen page by page, and as a file whole: with the same filter and order, and with the
 * columns that are shown, in their order. Columns that stand in files alone come after them.
 */
export const listOf = <Filter extends z.ZodType, const Sort extends readonly [string, ...string[]]>(
  filter: Filter,
  sorts: Sort,
) => ({
  page: listInput(filter, sorts),
  file: z.strictObject({
    filter,
    sort: z.strictObject({ by: z.enum(sorts), descending: z.boolean() }),
    columns: shownColumns(),
  }),
});

/**
 * A page of a list. `next` is null when there is no more. With `onlyNewest` the text of the filter is found more often than
 * that, and the list holds nothing but the newest of what is found; with `isUnfinished` the search stopped before it had looked
 * at everything, because too much shares the characters of the text.
 */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    onlyNewest: z.number().optional(),
    isUnfinished: z.boolean().optional(),
  });

/** What a text finds. Unfinished, the search stopped before it had looked at everything; more of the text finds more. */
export const foundRows = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), isUnfinished: z.boolean() });

/** A page of a list, as the queries make it. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
  readonly onlyNewest?: number | undefined;
  readonly isUnfinished?: boolean | undefined;
}
