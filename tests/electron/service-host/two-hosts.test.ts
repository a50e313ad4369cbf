import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '#host/database/database.ts';
import { startHost, type Host } from '#host/host.ts';
import { freshPostgresDatabase, type FreshDatabase } from '#tests/support/postgres.ts';
import { theProgram } from '#shared/domain/actor.ts';

/*
 * Two hosts on one PostgreSQL database, each with a folder of its own: the windows of both show what either of them saved.
 */

let server: FreshDatabase;
let folders: string[];
let hosts: Host[];

beforeAll(async () => {
  server = await freshPostgresDatabase();
  folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'two-hosts-')));
  hosts = [];
  for (const dataFolder of folders) hosts.push(await startHost({ dataFolder, postgresUrl: server.url }));
});
afterAll(async () => {
  for (const host of hosts) await host.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await server.drop();
});

/** Every batch a host tells its windows, until `isEnough`. */
async function heard(
  host: Host | undefined,
  isEnough: (changes: readonly Change[]) => boolean,
  begin: () => Promise<unknown>,
) {
  const told: Change[] = [];
  const stop = new AbortController();
  for await (const batch of host?.parts.changeFeed.watch(stop.signal) ?? []) {
    told.push(...batch);
    // The first batch is empty and says that nothing from now on is missed.
    if (batch.length === 0) await begin();
    if (isEnough(told)) break;
  }
  stop.abort();
  return told;
}

const change = (host: Host | undefined, changes: readonly Change[]) =>
  host?.parts.database.write(theProgram, async (tx) => {
    tx.changes.push(...changes);
  }) ?? Promise.reject(new Error('no host'));

test('a host hears of the other, whole and once, and not of itself a second time', async () => {
  const [one, two] = hosts;
  const many = Array.from({ length: 400 }, (_, index) => ({ kind: 'case', id: `客户 ${index}` }));
  const last = { kind: 'unit', id: 'last' };
  const has = (told: readonly Change[]) => told.some(({ id }) => id === 'last');
  const begin = async () => {
    await change(one, many);
    await change(one, [last]);
  };
  const [own, foreign] = await Promise.all([heard(one, has, begin), heard(two, has, async () => undefined)]);
  expect(own).toEqual([...many, last]);
  expect(foreign).toEqual([...many, last]);
});

test('a write that is refused is told to nobody', async () => {
  const [one, two] = hosts;
  const told = await heard(
    two,
    (changes) => changes.some(({ id }) => id === 'kept'),
    async () => {
      const refused = one?.parts.database.write(theProgram, async (tx) => {
        tx.changes.push({ kind: 'case', id: 'refused' });
        throw new Error('refused');
      });
      await expect(refused).rejects.toThrow('refused');
      await change(one, [{ kind: 'case', id: 'kept' }]);
    },
  );
  expect(told).toEqual([{ kind: 'case', id: 'kept' }]);
});

test('a line that was cut is taken up again, and the windows ask for everything anew', async () => {
  const [, two] = hosts;
  const told = await heard(
    two,
    (changes) => changes.some(({ kind }) => kind === 'everything'),
    async () => {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      );
      await client.end();
    },
  );
  expect(told.filter(({ kind }) => kind === 'everything')).not.toEqual([]);
});
