import BetterSqlite3 from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '#host/database/open-database.ts';
import { describeTables } from '#host/database/schema-description.ts';
import { createTableSql } from '#host/database/table-sql.ts';
import { everyTable } from '#tests/support/every-file.ts';
import { freshPostgresDatabase } from '#tests/support/postgres.ts';

/* Books that took every step, held against books made from the tables of the code: columns, keys, checks and indexes by content. */

const tables = describeTables(await everyTable());
const names = tables.map(({ name }) => name);

test('on SQLite both are the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'grown-'));
  try {
    const file = join(folder, 'grown.db');
    await (await openDatabase({ engine: 'sqlite', file })).close();
    const grown = new BetterSqlite3(file, { readonly: true });
    const made = new BetterSqlite3(':memory:');
    for (const table of tables) made.exec(createTableSql(table, 'sqlite').join('\n'));
    expect(sqliteParts(grown)).toEqual(sqliteParts(made));
    const before = sqliteParts(made);
    made.exec('DROP INDEX cases_state; CREATE INDEX cases_state ON cases (state)');
    expect(sqliteParts(made), 'an index of other columns is seen').not.toEqual(before);
    grown.close();
    made.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('on PostgreSQL both are the same', async () => {
  const [grown, made] = [await freshPostgresDatabase(), await freshPostgresDatabase()];
  try {
    await (await openDatabase({ engine: 'postgres', url: grown.url })).close();
    await onPostgres(made.url, (client) =>
      client.query(tables.flatMap((table) => createTableSql(table, 'postgres')).join('\n')),
    );
    expect(await onPostgres(grown.url, postgresParts)).toEqual(await onPostgres(made.url, postgresParts));
  } finally {
    await grown.drop();
    await made.drop();
  }
});

/** A default tells only how rows of older books were filled. */
function sqliteParts(database: BetterSqlite3.Database): unknown {
  return names.map((name) => {
    // The column is text.
    const sql = (database.prepare(`SELECT sql FROM sqlite_master WHERE name = ?`).pluck().get(name) ??
      '') as string;
    const indexes = database
      .prepare(`SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`)
      .pluck()
      .all(name);
    const columns = database
      .prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY name`)
      .all(name);
    const references = database
      .prepare(`SELECT "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY "from"`)
      .all(name);
    const checks = sql
      .split('\n')
      .map((line) => line.trim().replace(/,$/, ''))
      .filter((line) => line.startsWith('CONSTRAINT'));
    return {
      name,
      columns,
      references,
      checks: checks.toSorted(),
      indexes: indexes.map(String).toSorted(),
      ending: /\)\s*(STRICT.*)$/.exec(sql)?.[1],
    };
  });
}

async function postgresParts(client: Client): Promise<unknown> {
  const rows = async (sql: string) =>
    (await client.query({ text: sql, values: [names], rowMode: 'array' })).rows;
  return {
    columns: await rows(
      `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
       WHERE table_name = ANY($1) ORDER BY 1, 2`,
    ),
    indexes: await rows(`SELECT indexdef FROM pg_indexes WHERE tablename = ANY($1) ORDER BY 1`),
    constraints: await rows(
      `SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE contype <> 'n' AND conrelid::regclass::text = ANY($1) ORDER BY 1, 2`,
    ),
  };
}

async function onPostgres<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
