import pg from 'pg';
import { StorageFailure } from '../database.ts';
import type { ColumnFill, Migration } from '../migrations/migration.ts';
import { toStorageFailure } from './storage-failure.ts';

const migrationLock = 7_203_002;

/**
 * Brings the database to the newest schema, all steps or none. Refuses a database from a newer program,
 * and one whose encoding or locale would lose Chinese text.
 */
export async function migratePostgres(
  url: string,
  migrations: readonly Migration[],
  now: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await refuseWrongEncoding(client);
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (number bigint PRIMARY KEY, name text NOT NULL, at bigint NOT NULL)',
    );
    for (const migration of await missingMigrations(client, migrations)) {
      await client.query(migration.postgres);
      for (const step of migration.fills ?? []) await fill(client, step);
      if (migration.afterFills !== undefined) await client.query(migration.afterFills);
      await client.query('INSERT INTO schema_migrations (number, name, at) VALUES ($1, $2, $3)', [
        migration.number,
        migration.name,
        now,
      ]);
    }
    await client.query('COMMIT');
  } catch (error) {
    throw toStorageFailure(error);
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end();
  }
}

async function fill(client: pg.Client, { table, from, into, values }: ColumnFill): Promise<void> {
  const { rows } = await client.query<{ id: string; text: string }>(
    `SELECT id, ${from} AS text FROM ${table} ORDER BY id`,
  );
  const filled = values(rows.map((row) => row.text));
  await client.query(
    `UPDATE ${table} SET ${into} = given.value FROM unnest($1::text[], $2::text[]) AS given (id, value) WHERE ${table}.id = given.id`,
    [rows.map((row) => row.id), filled],
  );
}

async function missingMigrations(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ number: string }>('SELECT number FROM schema_migrations');
  const taken = rows.map((row) => Number(row.number));
  const newest = Math.max(0, ...taken);
  if (newest > Math.max(0, ...migrations.map((step) => step.number))) {
    throw new StorageFailure('newerDatabase', new Error(`schema ${newest} is newer than this program`));
  }
  return migrations.filter((step) => !taken.includes(step.number));
}

/** In a database with locale C, upper and lower case of anything but ASCII are unknown. */
async function refuseWrongEncoding(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; works: boolean }>(
    `SELECT pg_encoding_to_char(encoding) AS encoding, lower('Ä') = 'ä' AS works FROM pg_database WHERE datname = current_database()`,
  );
  const found = rows[0];
  if (found?.encoding !== 'UTF8' || !found.works) {
    throw new StorageFailure('wrongLocale', new Error(`encoding ${found?.encoding ?? 'unknown'}`));
  }
}
