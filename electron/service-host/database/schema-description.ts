import { is, SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteColumn, SQLiteSyncDialect, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { assert } from '#shared/domain/assert.ts';

/** One column as the engines are told of it. Every column is text or a whole number. */
export interface ColumnDescription {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly notNull: boolean;
  readonly primaryKey: boolean;
  readonly references?: { readonly table: string; readonly column: string } | undefined;
}
export interface IndexDescription {
  readonly name: string;
  readonly unique: boolean;
  readonly columns: readonly string[];
  /** Which rows it holds; all of them when absent. */
  readonly where?: string | undefined;
}
export interface TableDescription {
  readonly name: string;
  readonly columns: readonly ColumnDescription[];
  readonly primaryKey: readonly string[];
  readonly checks: readonly { readonly name: string; readonly condition: string }[];
  readonly indexes: readonly IndexDescription[];
}

/** Describes drizzle tables in the few words both engines need; a table stands after those it refers to. */
export function describeTables(tables: readonly SQLiteTable[]): readonly TableDescription[] {
  const waiting = tables.map(describeTable).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const placed: TableDescription[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) =>
      table.columns.every(
        ({ references }) =>
          !references ||
          references.table === table.name ||
          placed.some((done) => done.name === references.table),
      ),
    );
    assert(
      next >= 0,
      `tables refer to each other in a circle: ${waiting.map((table) => table.name).join(', ')}`,
    );
    placed.push(...waiting.splice(next, 1));
  }
  return placed;
}

/** The tables among exports. */
export function tablesOf(exported: readonly unknown[]): readonly SQLiteTable[] {
  return exported.filter((value) => is(value, SQLiteTable));
}

function describeTable(table: SQLiteTable): TableDescription {
  const config = getTableConfig(table);
  const references = new Map(
    config.foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      assert(columns.length === 1, `a reference has one column: ${config.name}`);
      return [
        columns[0]?.name,
        { table: getTableConfig(foreignTable).name, column: foreignColumns[0]?.name ?? '' },
      ];
    }),
  );
  const dialect = new SQLiteSyncDialect();
  return {
    name: config.name,
    columns: config.columns.map((column) => ({
      name: column.name,
      type: columnType(column),
      notNull: column.notNull,
      primaryKey: column.primary,
      references: references.get(column.name),
    })),
    primaryKey: config.primaryKeys[0]?.columns.map((column) => column.name) ?? [],
    checks: config.checks.map((rule) => ({ name: rule.name, condition: dialect.sqlToQuery(rule.value).sql })),
    indexes: config.indexes.map((entry) => ({
      name: entry.config.name,
      unique: entry.config.unique,
      columns: entry.config.columns.map((column) => {
        assert(!is(column, SQL), `an index names columns: ${entry.config.name}`);
        return column.name;
      }),
      where: entry.config.where && dialect.sqlToQuery(entry.config.where).sql,
    })),
  };
}

function columnType(column: SQLiteColumn): 'text' | 'integer' {
  const type = column.getSQLType();
  assert(
    type === 'text' || type === 'integer',
    `column ${column.name} is text or a whole number, not ${type}`,
  );
  return type;
}
