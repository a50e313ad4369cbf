import { steadyClock, type Clock } from './clock.ts';
import type { BooksReader, Database, StatementHook } from './database.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { migratePostgres } from './postgres/migrate-postgres.ts';
import { PostgresDatabase } from './postgres/postgres-database.ts';
import { migrateSqlite } from './sqlite/migrate-sqlite.ts';
import { SqliteDatabase } from './sqlite/sqlite-database.ts';
import { SqliteReader } from './sqlite/sqlite-reader.ts';

/** Where the books are: a file of this PC, or a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

export interface OpenDatabaseOptions {
  readonly clock?: Clock | undefined;
  readonly migrations?: readonly Migration[] | undefined;
  readonly beforeStatement?: StatementHook | undefined;
}

/** Opens the books, bringing them to the newest schema first. Throws StorageFailure when they cannot be opened. */
export async function openDatabase(
  location: DatabaseLocation,
  options: OpenDatabaseOptions = {},
): Promise<Database> {
  const clock = options.clock ?? steadyClock();
  const migrations = options.migrations ?? allMigrations;
  if (location.engine === 'sqlite') {
    await migrateSqlite(location.file, migrations, clock());
    return new SqliteDatabase(location.file, clock, options.beforeStatement);
  }
  await migratePostgres(location.url, migrations, clock());
  return new PostgresDatabase(location.url, clock, options.beforeStatement);
}

/** Opens books as they are, to look at them alone. Throws StorageFailure when there are none. */
export function openForReading(location: DatabaseLocation, clock: Clock = steadyClock()): BooksReader {
  return location.engine === 'sqlite'
    ? new SqliteReader(location.file, clock)
    : new PostgresDatabase(location.url, clock);
}
