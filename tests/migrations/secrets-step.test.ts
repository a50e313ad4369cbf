import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type DatabaseLocation } from '#host/database/open-database.ts';
import { migrations } from '#host/database/migrations/index.ts';
import { freshPostgresDatabase, type FreshDatabase } from '#tests/support/postgres.ts';
import { openRaw } from '#tests/support/trust/raw-books.ts';

/*
 * Books from before the step hold hashes of whole inputs, with passwords in them. They go out of the books, out of the
 * free space of the file and out of the copy; every other hash and the wrong tries stay.
 */

const before = migrations.filter(({ number }) => number < 3);
let folder: string;
let server: FreshDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  server = await freshPostgresDatabase();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.drop();
});

test.each(['sqlite', 'postgres'] as const)('on %s', async (engine) => {
  const location: DatabaseLocation =
    engine === 'sqlite' ? { engine, file: join(folder, 'books.db') } : { engine, url: server.url };
  await (await openDatabase(location, { migrations: before })).close();
  const old = await openRaw(location);
  await old.run(`INSERT INTO people (id, sign_in_name, name, roles, password_hash, active, wrong_tries, last_wrong_try_at,
      created_at, version) VALUES ('p1', 'one', 'one', '[]', '', 1, 4, 77, 0, 1), ('p2', 'two', 'two', '[]', '', 1, 0, NULL, 0, 1)`);
  await old.run(`INSERT INTO operations (id, procedure, person_id, input_hash, result, at) VALUES
      ('o1', 'people.create', 'p1', 'guessable-one', '{}', 1), ('o2', 'session.setPin', 'p1', 'guessable-two', '{}', 2),
      ('o3', 'stock.receive', 'p1', 'hash-of-a-receipt', '{}', 3)`);
  await old.close();

  await (await openDatabase(location)).close();
  const raw = await openRaw(location);
  expect(await raw.run('SELECT id, input_hash AS hash FROM operations ORDER BY id')).toEqual([
    { id: 'o1', hash: '' },
    { id: 'o2', hash: '' },
    { id: 'o3', hash: 'hash-of-a-receipt' },
  ]);
  const [tries, ...none] = await raw.run(
    'SELECT person_id AS person, kind, count, last_at AS at FROM wrong_tries',
  );
  expect(none).toEqual([]);
  expect({ ...tries, count: Number(tries?.['count']), at: Number(tries?.['at']) }).toEqual({
    person: 'p1',
    kind: 'password',
    count: 4,
    at: 77,
  });
  await raw.close();
  const files = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), 'latin1')] as const,
  );
  if (engine === 'sqlite') expect(files.map(([name]) => name)).toContain('books.db.before-3');
  for (const [name, bytes] of files) expect(bytes.includes('guessable'), name).toBe(false);
});
