import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#host/database/open-database.ts';
import { migrations } from '#host/database/migrations/index.ts';
import type { Migration } from '#host/database/migrations/migration.ts';
import { describeTables, type TableDescription } from '#host/database/schema-description.ts';
import { everyTable } from '#tests/support/every-file.ts';
import { freshPostgresDatabase, type FreshDatabase } from '#tests/support/postgres.ts';

const snapshotFile = new URL(
  '../../electron/service-host/database/migrations/schema-snapshot.json',
  import.meta.url,
);
const tables = describeTables(await everyTable());
/** Columns by table, as an engine tells them: name, whether it is text, whether it may be empty. */
type Columns = Record<string, string[]>;
const wanted: Columns = Object.fromEntries(
  tables.map((table) => [table.name, table.columns.map(written).toSorted()]),
);

let folder: string;
let file: string;
let server: FreshDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  file = join(folder, 'books.db');
  server = await freshPostgresDatabase();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.drop();
});

test('the snapshot of the tables is that of the code; otherwise a migration is missing', () => {
  // Written by scripts/db-generate.ts from the same descriptions.
  const snapshot = JSON.parse(readFileSync(snapshotFile, 'utf8')) as { tables: TableDescription[] };
  expect(snapshot.tables).toEqual(JSON.parse(JSON.stringify(tables)));
});

test('both engines end at the same tables and columns, those of the code', async () => {
  await openAndClose();
  expect(sqliteColumns()).toEqual(wanted);
  expect(await postgresColumns()).toEqual(wanted);
});

const grows: Migration = {
  number: 900,
  name: 'grows',
  sqlite: `ALTER TABLE settings ADD COLUMN note TEXT; UPDATE settings SET note = 'kept';`,
  postgres: `ALTER TABLE settings ADD COLUMN note text; UPDATE settings SET note = 'kept';`,
};
const breaks: Migration = {
  number: 901,
  name: 'breaks',
  sqlite: `ALTER TABLE settings ADD COLUMN other TEXT; INSERT INTO nowhere VALUES (1);`,
  postgres: `ALTER TABLE settings ADD COLUMN other text; INSERT INTO nowhere VALUES (1);`,
};

describe('a step on books that hold rows', () => {
  test('keeps the rows, on both engines, and a copy of the file is made first', async () => {
    await openAndClose();
    await addRows();
    await openAndClose([...migrations, grows]);
    expect(await settingsOf()).toEqual({
      sqlite: [{ key: 'firm', note: 'kept' }],
      postgres: [{ key: 'firm', note: 'kept' }],
    });
    expect(existsSync(`${file}.before-900`)).toBe(true);
  });

  test('the copy holds what stands in the write-ahead log while another program reads', async () => {
    await openAndClose();
    const reading = new BetterSqlite3(file, { readonly: true });
    const writing = new BetterSqlite3(file);
    reading.exec('BEGIN');
    reading.prepare('SELECT count(*) FROM settings').get();
    const insert = writing.prepare(`INSERT INTO settings (key, value, version) VALUES (?, '{}', 1)`);
    for (let row = 1; row <= 101; row += 1) insert.run(`row-${row}`);
    const location = { engine: 'sqlite', file } as const;
    await (await openDatabase(location, { migrations: [...migrations, grows] })).close();
    reading.exec('COMMIT');
    reading.close();
    writing.close();
    const copy = new BetterSqlite3(`${file}.before-900`, { readonly: true });
    expect(copy.prepare('SELECT count(*) AS rows FROM settings').get()).toEqual({ rows: 101 });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('that fails half-way leaves everything as it was, on both engines', async () => {
    await openAndClose();
    await addRows();
    for (const location of places()) {
      await expect(openDatabase(location, { migrations: [...migrations, grows, breaks] })).rejects.toThrow(
        /nowhere/,
      );
    }
    expect(sqliteColumns()).toEqual(wanted);
    expect(await postgresColumns()).toEqual(wanted);
    await openAndClose();
  });

  test('keeps every record of which the code is alike; the first has the key', async () => {
    const older = migrations.filter(({ number }) => number < 10);
    await openAndClose(older);
    const part = (id: string, number: string, barcode: string) =>
      `INSERT INTO parts VALUES ('${id}', '${number}', 'n', '', '', '', '', '', '', '', '${barcode}', 0, 0, 0, 0, 'required', 'released', 1, 0, 1, '', '')`;
    const rows = [
      part('p1', 'ZT-1A', '69'),
      part('p2', 'zt-1a', ''),
      part('p3', 'ＺＴ - 1A', '69'),
      part('p4', 'Q', ''),
      `INSERT INTO warehouses VALUES ('w1', 'M', 'm', 1, 1)`,
      `INSERT INTO warehouses VALUES ('w2', 'm', 'm', 1, 1)`,
    ].join(';');
    const raw = new BetterSqlite3(file);
    raw.exec(rows);
    raw.close();
    await onPostgres((client) => client.query(rows));
    await openAndClose();
    const asked = 'SELECT id, number_key, barcode_key FROM parts ORDER BY id';
    const after = new BetterSqlite3(file, { readonly: true });
    const expected = [
      { id: 'p1', number_key: 'ZT-1A', barcode_key: '69' },
      { id: 'p2', number_key: 'ZT-1A 2', barcode_key: null },
      { id: 'p3', number_key: 'ZT-1A 3', barcode_key: '69 2' },
      { id: 'p4', number_key: 'Q', barcode_key: null },
    ];
    expect(after.prepare(asked).all()).toEqual(expected);
    expect(after.prepare('SELECT code_key FROM warehouses ORDER BY id').pluck().all()).toEqual(['M', 'M 2']);
    after.close();
    expect((await onPostgres((client) => client.query(asked))).rows).toEqual(expected);
  });

  test('a table that is rebuilt keeps the rows that refer to it', async () => {
    await openAndClose();
    const raw = new BetterSqlite3(file);
    raw.exec(`INSERT INTO people VALUES ('p', 'a', 'a', '[]', '', NULL, 1, 0, 1);
      INSERT INTO sessions VALUES ('s', 't', 'p', '', 0, 0, NULL);`);
    const { sql } = raw.prepare(`SELECT sql FROM sqlite_master WHERE name = 'people'`).get() as {
      sql: string;
    };
    raw.close();
    const rebuild = `${sql.replace('CREATE TABLE people', 'CREATE TABLE people_new')};
      INSERT INTO people_new SELECT * FROM people; DROP TABLE people; ALTER TABLE people_new RENAME TO people;`;
    const step = { number: 900, name: 'rebuild', sqlite: rebuild, postgres: 'SELECT 1' };
    await (await openDatabase({ engine: 'sqlite', file }, { migrations: [...migrations, step] })).close();
    const after = new BetterSqlite3(file, { readonly: true });
    expect(after.prepare('SELECT count(*) AS rows FROM sessions').get()).toEqual({ rows: 1 });
    after.close();
  });
});

test('a voided requisition keeps the reason of its voiding, in its own place, on both engines', async () => {
  await openAndClose(migrations.filter(({ number }) => number < 9));
  const rows = `INSERT INTO people (id, sign_in_name, name, roles, password_hash, active, created_at, version)
      VALUES ('p', 'a', 'a', '[]', '', 1, 0, 1);
    INSERT INTO stock_accounts (id, code, name, kind, inside, active, version) VALUES ('s', 'S', 's', 'person', 1, 1, 1);
    INSERT INTO requisitions (id, number, state, purpose, holder_account_id, notes, amount_fen, created_at, decision_reason, allow_reason, rest_closed, version)
      VALUES ('v', 'LL1', 'void', 'stock', 's', '', 0, 1, '不用了', '', 0, 2), ('a', 'LL2', 'approved', 'stock', 's', '', 0, 1, '同意', '', 0, 2);
    INSERT INTO audit_entries (sequence, at, person_id, person_name, act, subject_kind, subject_id, before, after, previous_hash, hash)
      VALUES (1, 77, 'p', 'a', 'requisitions.void', 'requisition', 'v', '{}', '{}', '', '');`;
  const raw = new BetterSqlite3(file);
  raw.exec(rows);
  raw.close();
  await onPostgres((client) => client.query(rows));
  await openAndClose();
  const select =
    'SELECT id, decision_reason, void_reason, voided_by, voided_at FROM requisitions ORDER BY id';
  const wanted = [
    { id: 'a', decision_reason: '同意', void_reason: null, voided_by: null, voided_at: null },
    { id: 'v', decision_reason: '', void_reason: '不用了', voided_by: 'p', voided_at: 77 },
  ];
  const after = new BetterSqlite3(file, { readonly: true });
  expect(after.prepare(select).all()).toEqual(wanted);
  after.close();
  const { rows: held } = await onPostgres((client) => client.query(select));
  expect(
    held.map((row) => ({ ...row, voided_at: row.voided_at === null ? null : Number(row.voided_at) })),
  ).toEqual(wanted);
});

test('who wrote in a draft is carried out of the audit trail into its row, on both engines', async () => {
  await openAndClose(migrations.filter(({ number }) => number < 12));
  const rows = `INSERT INTO people (id, sign_in_name, name, roles, password_hash, active, created_at, version)
      VALUES ('p', 'a', 'a', '[]', '', 1, 0, 1), ('q', 'b', 'b', '[]', '', 1, 0, 1);
    INSERT INTO stock_accounts (id, code, name, kind, inside, active, version) VALUES ('s', 'S', 's', 'person', 1, 1, 1);
    INSERT INTO requisitions (id, number, state, purpose, holder_account_id, notes, amount_fen, created_at, decision_reason, allow_reason, rest_closed, version)
      VALUES ('e', 'LL1', 'submitted', 'stock', 's', '', 0, 1, '', '', 0, 4), ('n', 'LL2', 'submitted', 'stock', 's', '', 0, 1, '', '', 0, 2);
    INSERT INTO audit_entries (sequence, at, person_id, person_name, act, subject_kind, subject_id, before, after, previous_hash, hash)
      VALUES (1, 1, 'p', 'a', 'requisitions.edit', 'requisition', 'e', '{}', '{}', '', ''),
        (2, 2, 'q', 'b', 'requisitions.edit', 'requisition', 'e', '{}', '{}', '', ''),
        (3, 3, 'p', 'a', 'requisitions.edit', 'requisition', 'e', '{}', '{}', '', ''),
        (4, 4, 'q', 'b', 'requisitions.submit', 'requisition', 'n', '{}', '{}', '', '');`;
  const raw = new BetterSqlite3(file);
  raw.exec(rows);
  raw.close();
  await onPostgres((client) => client.query(rows));
  await openAndClose();
  const select = 'SELECT id, editor_ids FROM requisitions ORDER BY id';
  const after = new BetterSqlite3(file, { readonly: true });
  // Both columns are text.
  const sqlite = after.prepare(select).all() as EditorRow[];
  after.close();
  const { rows: postgres } = await onPostgres((client) => client.query<EditorRow>(select));
  for (const held of [sqlite, postgres]) {
    const editors = held.map(({ id, editor_ids: ids }) => [id, (JSON.parse(ids) as string[]).toSorted()]);
    expect(editors).toEqual([
      ['e', ['p', 'q']],
      ['n', []],
    ]);
  }
});

test('books of a newer program are refused, on both engines', async () => {
  await openAndClose([...migrations, grows]);
  for (const location of places())
    await expect(openDatabase(location)).rejects.toMatchObject({ reason: 'newerDatabase' });
});

interface EditorRow {
  readonly id: string;
  readonly editor_ids: string;
}

function places() {
  return [{ engine: 'sqlite', file } as const, { engine: 'postgres', url: server.url } as const];
}

async function openAndClose(steps: readonly Migration[] = migrations): Promise<void> {
  for (const location of places()) await (await openDatabase(location, { migrations: steps })).close();
}

async function addRows(): Promise<void> {
  const insert = `INSERT INTO settings (key, value, version) VALUES ('firm', '{}', 1)`;
  const raw = new BetterSqlite3(file);
  raw.exec(insert);
  raw.close();
  await onPostgres((client) => client.query(insert));
}

async function settingsOf() {
  const raw = new BetterSqlite3(file, { readonly: true });
  const sqlite = raw.prepare('SELECT key, note FROM settings').all();
  raw.close();
  const { rows } = await onPostgres((client) =>
    client.query<{ key: string }>('SELECT key, note FROM settings'),
  );
  return { sqlite, postgres: rows };
}

function sqliteColumns(): Columns {
  const raw = new BetterSqlite3(file, { readonly: true });
  const found = tables.map(({ name }) => {
    // The columns of the pragma are documented.
    const columns = raw.pragma(`table_info(${name})`) as { name: string; type: string; notnull: number }[];
    return [
      name,
      columns.map((one) => described(one.name, one.type === 'TEXT', one.notnull === 1)).toSorted(),
    ] as const;
  });
  raw.close();
  return Object.fromEntries(found);
}

async function postgresColumns(): Promise<Columns> {
  const { rows } = await onPostgres((client) =>
    client.query<{ table: string; name: string; type: string; nullable: string }>(
      `SELECT table_name AS table, column_name AS name, data_type AS type, is_nullable AS nullable FROM information_schema.columns WHERE table_schema = 'public'`,
    ),
  );
  const of = (table: string) =>
    rows
      .filter((row) => row.table === table)
      .map((row) => described(row.name, row.type === 'text', row.nullable === 'NO'));
  return Object.fromEntries(tables.map(({ name }) => [name, of(name).toSorted()]));
}

async function onPostgres<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function written(column: TableDescription['columns'][number]): string {
  return described(column.name, column.type === 'text', column.notNull);
}

function described(name: string, isText: boolean, notNull: boolean): string {
  return `${name} ${isText ? 'text' : 'whole'} ${notNull ? 'filled' : 'may be empty'}`;
}
