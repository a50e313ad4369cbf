import type { Moment } from '#shared/domain/days.ts';
import { BooksClock, type Clock } from './clock.ts';
import type { BooksReader, Database, StatementHook } from './database.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { migratePostgres } from './postgres/migrate-postgres.ts';
import { PostgresDatabase } from './postgres/postgres-database.ts';
import { migrateSqlite } from './sqlite/migrate-sqlite.ts';
import { SqliteDatabase } from './sqlite/sqlite-database.ts';
import { toStorageFailure } from './sqlite/storage-failure.ts';
import { SqliteReader } from './sqlite/sqlite-reader.ts';

/** Where the books are: a file of this PC, or a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

export interface OpenDatabaseOptions {
  /** The clock of the PC, unless a test has one of its own. */
  readonly clock?: Clock | undefined;
  /** A moment that is known to have passed. */
  readonly notBefore?: Moment | undefined;
  readonly migrations?: readonly Migration[] | undefined;
  readonly beforeStatement?: StatementHook | undefined;
}

/** Opens the books, bringing them to the newest schema first. Throws StorageFailure when they cannot be opened. */
export async function openDatabase(
  location: DatabaseLocation,
  options: OpenDatabaseOptions = {},
): Promise<Database> {
  const clock = new BooksClock(options.clock, options.notBefore);
  const migrations = options.migrations ?? allMigrations;
  if (location.engine === 'sqlite') {
    await migrateSqlite(location.file, migrations, clock.now());
    try {
      return new SqliteDatabase(location.file, clock, options.beforeStatement);
    } catch (error) {
      throw toStorageFailure(error);
    }
  }
  await migratePostgres(location.url, migrations, clock.now());
  const database = new PostgresDatabase(location.url, clock, options.beforeStatement);
  await database.begin();
  return database;
}

/** Opens books as they are, to look at them alone. Throws StorageFailure when there are none. */
export function openForReading(location: DatabaseLocation, clock: Clock = Date.now): BooksReader {
  const time = new BooksClock(clock);
  return location.engine === 'sqlite'
    ? new SqliteReader(location.file, time)
    : new PostgresDatabase(location.url, time);
}
