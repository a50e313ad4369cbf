import { Client } from 'pg';
import { expect, test } from 'vitest';

import { freshPostgresDatabase } from './postgres.ts';

test('a fresh database is empty, keeps Chinese trigrams and is gone after drop', async () => {
  const database = await freshPostgresDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE EXTENSION pg_trgm');
  const trigrams = await client.query<{ count: number }>(
    `SELECT cardinality(show_trgm('售后服务')) AS count`,
  );
  const locale = await client.query<{ provider: string; locale: string }>(
    'SELECT datlocprovider AS provider, datlocale AS locale FROM pg_database WHERE datname = current_database()',
  );
  await client.end();
  await database.drop();

  expect(trigrams.rows[0]?.count).toBe(5);
  expect(locale.rows[0]).toEqual({ provider: 'b', locale: 'C.UTF-8' });
  await expect(new Client({ connectionString: database.url }).connect()).rejects.toThrow(/does not exist/);
});

test('two fresh databases do not see each other', async () => {
  const [first, second] = await Promise.all([freshPostgresDatabase(), freshPostgresDatabase()]);
  expect(first.url).not.toBe(second.url);
  await Promise.all([first.drop(), second.drop()]);
});
