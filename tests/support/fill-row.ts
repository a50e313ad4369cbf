import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A row for a table of another module: what a test gives, and nothing-like values for all else that may not be empty. */
export function filledRow<Table extends SQLiteTable>(
  table: Table,
  given: Partial<Table['$inferInsert']>,
): Table['$inferInsert'] {
  const empty: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(getTableColumns(table))) {
    if (!column.notNull) continue;
    const isText = column.getSQLType() === 'text';
    const isCustom = column.dataType === 'custom';
    empty[name] = isCustom ? (isText ? [] : false) : isText ? '' : 0;
  }
  // Every column that may not be empty was filled just above.
  return { ...empty, ...given } as Table['$inferInsert'];
}
