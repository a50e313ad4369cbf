import type { Engine } from './database.ts';
import type { ColumnDescription, IndexDescription, TableDescription } from './schema-description.ts';

/** The statements that make a table and its indexes on an engine. */
export function createTableSql(table: TableDescription, engine: Engine): readonly string[] {
  const parts = [
    ...table.columns.map((column) => `  ${columnSql(column, engine)}`),
    ...(table.primaryKey.length > 0 ? [`  PRIMARY KEY (${table.primaryKey.join(', ')})`] : []),
    ...table.checks.map((rule) => `  CONSTRAINT ${rule.name} CHECK (${rule.condition})`),
  ];
  const ending = engine === 'sqlite' ? ` ${sqliteOptions(table)}` : '';
  return [
    `CREATE TABLE ${table.name} (\n${parts.join(',\n')}\n)${ending};`,
    ...table.indexes.map((entry) => createIndexSql(table.name, entry)),
  ];
}

/** The statement that makes one index; the same on both engines. */
export function createIndexSql(tableName: string, entry: IndexDescription): string {
  const kind = entry.unique ? 'UNIQUE INDEX' : 'INDEX';
  const rows = entry.where === undefined ? '' : ` WHERE ${entry.where}`;
  return `CREATE ${kind} ${entry.name} ON ${tableName} (${entry.columns.join(', ')})${rows};`;
}

/** A column as it stands in CREATE TABLE or ALTER TABLE … ADD COLUMN. */
export function columnSql(column: ColumnDescription, engine: Engine): string {
  const words = [column.name, typeName(column, engine)];
  if (column.primaryKey) words.push('PRIMARY KEY');
  if (column.notNull) words.push('NOT NULL');
  if (column.references) words.push(`REFERENCES ${column.references.table} (${column.references.column})`);
  return words.join(' ');
}

function typeName(column: ColumnDescription, engine: Engine): string {
  if (column.type === 'text') return engine === 'sqlite' ? 'TEXT' : 'text';
  return engine === 'sqlite' ? 'INTEGER' : 'bigint';
}

/** A table whose key is text or several columns is kept in the order of that key, without a second index for it. */
function sqliteOptions(table: TableDescription): string {
  return table.primaryKey.length > 1 ? 'STRICT, WITHOUT ROWID' : 'STRICT';
}
