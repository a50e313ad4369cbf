/*
 * Writes the next migration from the difference between the tables in the code and the last snapshot of them.
 * `npm run db:generate -- <name>` adds a step; `-- <name> --again` rewrites the last step, which must not be released yet.
 * New tables and columns, and indexes that are new or changed, are written; anything else is refused, and wants a step written by hand.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  describeTables,
  type ColumnDescription,
  type IndexDescription,
  type TableDescription,
} from '#host/database/schema-description.ts';
import { columnSql, createIndexSql, createTableSql } from '#host/database/table-sql.ts';
import type { Engine } from '#host/database/database.ts';
import { everyTable } from '#tests/support/every-file.ts';

const folder = new URL('../electron/service-host/database/migrations/', import.meta.url);
const snapshotFile = new URL('schema-snapshot.json', folder);

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z-]+$/.test(name)) {
  console.error('Give the step a name: npm run db:generate -- <name-in-lower-case> [--again]');
  process.exit(2);
}
const snapshot = readSnapshot();
const again = process.argv.includes('--again');
const number = again ? snapshot.number : snapshot.number + 1;
const before = again ? snapshot.before : snapshot.tables;
const after = describeTables(await everyTable());

writeFileSync(new URL(`${String(number).padStart(4, '0')}-${name}.ts`, folder), migrationSource());
writeFileSync(snapshotFile, `${JSON.stringify({ number, before, tables: after }, null, 1)}\n`);
console.log(`migration ${number} ${name}: add it to migrations/index.ts if it is new`);

function migrationSource(): string {
  const exported = name?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? '';
  return `import type { Migration } from './migration.ts';

/** Generated from the tables in the code. */
export const ${exported}: Migration = {
  number: ${number},
  name: '${name}',
  sqlite: \`${difference('sqlite').join('\n')}\`,
  postgres: \`${difference('postgres').join('\n')}\`,
};
`;
}

function difference(engine: Engine): readonly string[] {
  for (const old of before) {
    if (!after.some((table) => table.name === old.name))
      throw new Error(`table ${old.name} is gone: write this step by hand`);
  }
  return after.flatMap((table) => {
    const old = before.find((candidate) => candidate.name === table.name);
    return old ? tableDifference(old, table, engine) : createTableSql(table, engine);
  });
}

function tableDifference(old: TableDescription, table: TableDescription, engine: Engine): readonly string[] {
  const kept = table.columns.filter((column) => old.columns.some((other) => other.name === column.name));
  const same =
    JSON.stringify([kept, table.primaryKey, table.checks]) ===
    JSON.stringify([old.columns, old.primaryKey, old.checks]);
  if (!same) throw new Error(`table ${table.name} changed beyond new columns: write this step by hand`);
  const added = table.columns.filter((column) => !kept.includes(column));
  return [
    ...added.map((column) => addColumnSql(table.name, column, engine)),
    ...old.indexes.filter(isMissingIn(table.indexes)).map(({ name: gone }) => `DROP INDEX ${gone};`),
    ...table.indexes.filter(isMissingIn(old.indexes)).map((entry) => createIndexSql(table.name, entry)),
  ];
}

/** A column that may not be empty is empty text or nought in the rows that are there: look whether that is right. */
function addColumnSql(table: string, column: ColumnDescription, engine: Engine): string {
  const empty = column.type === 'text' ? `''` : '0';
  if (column.notNull && engine === 'sqlite') console.log(`${table}.${column.name} begins as ${empty}`);
  const filled = column.notNull ? ` DEFAULT ${empty}` : '';
  return `ALTER TABLE ${table} ADD COLUMN ${columnSql(column, engine)}${filled};`;
}

/** An index is the same where all of it is: its name, its columns, its rows. */
function isMissingIn(others: readonly IndexDescription[]): (entry: IndexDescription) => boolean {
  const known = new Set(others.map((other) => JSON.stringify(other)));
  return (entry) => !known.has(JSON.stringify(entry));
}

function readSnapshot(): { number: number; before: TableDescription[]; tables: TableDescription[] } {
  if (!existsSync(snapshotFile)) return { number: 0, before: [], tables: [] };
  // The file is written by this script alone.
  return JSON.parse(readFileSync(snapshotFile, 'utf8')) as ReturnType<typeof readSnapshot>;
}
