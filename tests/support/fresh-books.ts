import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#host/database/open-database.ts';
import { madeOnce } from './made-once.ts';
import { freshCopyOf, madeOncePostgres, type FreshDatabase } from './postgres.ts';

/*
 * Books of the newest schema and without a row, as copies: bringing a new database to the schema takes five times as long
 * as copying one. The tests of the schema's steps begin with nothing instead.
 */

/** When they were made: before the time of any test. */
const clock = () => 0;

/** Puts empty books at this place. */
export async function freshSqliteBooks(file: string): Promise<void> {
  const folder = await madeOnce('empty-books', async (made) => {
    const database = await openDatabase({ engine: 'sqlite', file: join(made, 'empty.db') }, { clock });
    await database.close();
  });
  copyFileSync(join(folder, 'empty.db'), file);
}

/** Empty books on the run's PostgreSQL server. */
export async function freshPostgresBooks(): Promise<FreshDatabase> {
  const template = await madeOncePostgres('empty_books', async (url) => {
    const database = await openDatabase({ engine: 'postgres', url }, { clock });
    await database.close();
  });
  return freshCopyOf(template);
}
