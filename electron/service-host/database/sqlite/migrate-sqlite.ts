import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { assert } from '#shared/domain/assert.ts';
import { ownFile } from '../../own-files.ts';
import { StorageFailure } from '../database.ts';
import type { ColumnFill, Migration, TakenMigration } from '../migrations/migration.ts';
import { toStorageFailure } from './storage-failure.ts';

/**
 * Brings the file to the newest schema, all steps or none. A copy of a file that holds something is made first
 * and stays beside it (`<file>.before-<number>`). Refuses a file from a newer program.
 * SQLite can rebuild a table only with foreign keys off, which works outside a transaction alone; hence the order here.
 */
export async function migrateSqlite(
  file: string,
  migrations: readonly Migration[],
  now: number,
): Promise<void> {
  const isNew = !existsSync(file);
  const connection = new BetterSqlite3(file);
  try {
    // The log beside it takes its rights from the file.
    chmodSync(file, ownFile);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // What a step blanks must not stay readable in the free space of the file.
    connection.pragma('secure_delete = ON');
    connection.exec(
      'CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
    );
    const missing = missingMigrations(connection, migrations);
    if (missing.length === 0) return;
    const begun = connection.prepare('SELECT count(*) FROM schema_migrations').pluck().get() !== 0;
    const copy = isNew ? undefined : await keepCopy(connection, file, missing[0]?.number ?? 0);
    if (copy !== undefined && begun) clearCopy(copy, missing);
    connection.pragma('foreign_keys = OFF');
    connection.exec('BEGIN IMMEDIATE');
    for (const migration of missing) take(connection, migration, now);
    const violations = connection.pragma('foreign_key_check') as unknown[];
    assert(
      violations.length === 0,
      `migration keeps every reference: ${JSON.stringify(violations.slice(0, 3))}`,
    );
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw toStorageFailure(error);
  } finally {
    connection.close();
  }
}

function missingMigrations(
  connection: BetterSqlite3.Database,
  migrations: readonly Migration[],
): readonly Migration[] {
  // The columns are those of the table made above.
  const taken = connection
    .prepare('SELECT number, name, at FROM schema_migrations')
    .all() as TakenMigration[];
  const newest = Math.max(0, ...taken.map((step) => step.number));
  if (newest > Math.max(0, ...migrations.map((step) => step.number))) {
    throw new StorageFailure('newerDatabase', new Error(`schema ${newest} is newer than this program`));
  }
  return migrations.filter((step) => !taken.some((done) => done.number === step.number));
}

/**
 * Copies through the engine: while another program reads, the newest rows stand in the write-ahead log alone, and a copy
 * of the file would lack them. The copy gets its name when it is whole.
 */
async function keepCopy(connection: BetterSqlite3.Database, file: string, number: number): Promise<string> {
  const copy = `${file}.before-${number}`;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  await connection.backup(unfinished, { progress: () => everyPage });
  renameSync(unfinished, copy);
  chmodSync(copy, ownFile);
  return copy;
}

function clearCopy(copy: string, migrations: readonly Migration[]): void {
  const clearing = migrations.flatMap(({ sqliteInCopy }) => sqliteInCopy ?? []);
  if (clearing.length === 0) return;
  const connection = new BetterSqlite3(copy);
  try {
    connection.pragma('secure_delete = ON');
    for (const statements of clearing) connection.exec(statements);
  } finally {
    connection.close();
  }
}

/** The books are opened for nobody else yet: the copy is made in one go. */
const everyPage = 0x7f_ff_ff_ff;

function fill(connection: BetterSqlite3.Database, { table, from, into, values }: ColumnFill): void {
  // The columns are those selected.
  const rows = connection.prepare(`SELECT id, ${from} AS text FROM ${table} ORDER BY id`).all() as {
    id: string;
    text: string;
  }[];
  const update = connection.prepare(`UPDATE ${table} SET ${into} = ? WHERE id = ?`);
  const filled = values(rows.map((row) => row.text));
  for (const [index, { id }] of rows.entries()) update.run(filled[index], id);
}

function take(connection: BetterSqlite3.Database, migration: Migration, now: number): void {
  connection.exec(migration.sqlite);
  for (const step of migration.fills ?? []) fill(connection, step);
  if (migration.afterFills !== undefined) connection.exec(migration.afterFills);
  connection
    .prepare('INSERT INTO schema_migrations (number, name, at) VALUES (?, ?, ?)')
    .run(migration.number, migration.name, now);
}
