import type { Page } from '#shared/contract/lists.ts';
import { listPaperBounds } from '#shared/domain/list-paper.ts';
import type { Text } from '../app/text.ts';
import { isNumberKind, valueOf, writtenValue } from './columns.tsx';
import type { Column } from './columns.tsx';
import type { AskForPage } from './keyset-source.ts';

/** Rows asked for at once. */
const pageSize = 200;

/** A column as it stands on the screen now. */
export interface ShownColumn<Row> {
  readonly column: Column<Row>;
  readonly widthPx: number;
}

/** The first rows of a list, as many as go onto paper, and whether it goes on after them. */
export async function readForPaper<Row>(
  ask: AskForPage<Row>,
  most: number = listPaperBounds.rows,
): Promise<{
  readonly rows: readonly Row[];
  readonly isCut: boolean;
  /** How many of the newest the text of the filter was looked for in, where there are more. */
  readonly onlyNewest: number | undefined;
  /** Whether the search for it stopped before it had looked at everything. */
  readonly isUnfinished: boolean | undefined;
}> {
  const rows: Row[] = [];
  let after: string | undefined;
  for (;;) {
    const page: Page<Row> = await ask(after, Math.min(pageSize, most - rows.length));
    rows.push(...page.rows);
    const hasMore = page.next !== null;
    if (!hasMore || rows.length >= most)
      return {
        rows: rows.slice(0, most),
        isCut: hasMore || rows.length > most,
        onlyNewest: page.onlyNewest,
        isUnfinished: page.isUnfinished,
      };
    after = page.next ?? undefined;
  }
}

/** Columns and rows as the paper takes them; columns beyond its bounds are left out. */
export function listOnPaper<Row>(shown: readonly ShownColumn<Row>[], rows: readonly Row[], t: Text) {
  const taken = shown.slice(0, listPaperBounds.columns);
  return {
    columns: taken.map(({ column, widthPx }) => ({
      label: t(column.label),
      align: isNumberKind(column.kind) ? ('right' as const) : ('left' as const),
      width: Math.min(10_000, Math.max(1, widthPx)),
    })),
    rows: rows.map((row) =>
      taken.map(({ column }) => cut(cellText(column, row, t), listPaperBounds.cellCharacters)),
    ),
  };
}

/** What a cell says, in words. Moments are in full: paper is read on another day. */
export function cellText<Row>(column: Column<Row>, row: Row, t: Text): string {
  if (column.text) return column.text(row, t);
  const value = valueOf(column, row);
  if (column.kind === 'moment' && typeof value === 'number') return t.fullMoment(value);
  return writtenValue(value, column.kind ?? 'text', t);
}

/** At most so many characters, the last of them whole. */
export function cut(text: string, most: number): string {
  const plain = text.normalize('NFC').trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
