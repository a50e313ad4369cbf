import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#host/database/migrations/index.ts';
import { migratePostgres } from '#host/database/postgres/migrate-postgres.ts';
import { migrateSqlite } from '#host/database/sqlite/migrate-sqlite.ts';
import { madeOnce } from './made-once.ts';
import { freshCopyOf, madeOncePostgres, type FreshDatabase } from './postgres.ts';

/*
 * Books of the newest schema and without a row, as copies: bringing a new database to the schema takes five times as long
 * as copying one. No host ever had them open: it notes statistics when it closes, and new books have none. The tests of
 * the schema's steps begin with nothing instead.
 */

/** Before the time of any test. */
const madeAt = 0;

/** Puts empty books at this place. */
export async function freshSqliteBooks(file: string): Promise<void> {
  const folder = await madeOnce('empty-books', async (made) => {
    await migrateSqlite(join(made, 'empty.db'), migrations, madeAt);
  });
  copyFileSync(join(folder, 'empty.db'), file);
}

/** Empty books on the run's PostgreSQL server. */
export async function freshPostgresBooks(): Promise<FreshDatabase> {
  const template = await madeOncePostgres('empty_books', (url) => migratePostgres(url, migrations, madeAt));
  return freshCopyOf(template);
}
