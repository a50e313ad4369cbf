import { beforeEach, expect, test, vi } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { present } from '#shared/domain/assert.ts';
import { serveHttp } from '#host/api/over-http.ts';
import type { Database, Engine } from '#host/database/database.ts';
import { testStart } from '#tests/support/books.ts';
import { startTestHost } from '#tests/support/host.ts';
import { chanceFrom, seedOfRun, tell } from '#tests/support/trust/dose.ts';
import { Faults } from '#tests/support/trust/faults.ts';
import { brokenInvariants } from '#tests/support/trust/invariants.ts';
import { openRaw } from '#tests/support/trust/raw-books.ts';
import type { ShopPerson } from '#tests/support/trust/shop.ts';
import { playStory } from '#tests/support/trust/story.ts';
import { Torment } from '#tests/support/trust/torment.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

const engines = ['sqlite', 'postgres'] as const;

// The host notes every one of the thousands of faults for its supporters.
beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

test.each(engines)('R10 no success without a commit, whichever statement fails, on %s', async (engine) => {
  const seed = seedOfRun();
  const office = await openOffice(engine, seed);
  const { torment, client } = office;
  await playStory({
    mark: 'A',
    day: '2026-11-01',
    now: testStart,
    ask: async (who, question) => question(client(who)),
    play: (name, who, call) => torment.act(name, who, call),
  });
  const { tried, struck, retried, findings, acts } = torment;
  tell(`R10 ${engine}`, { tried, effective: struck, seed, acts: acts.size, 'retried and kept': retried });
  expect(findings, `seed ${seed}`).toEqual([]);
  expect(await brokenInvariants(office.database)).toEqual([]);
  expect(struck).toBeGreaterThan(tried * 0.95);
  if (engine === 'postgres') expect(retried).toBeGreaterThan(10);
  await office.close();
});

test.each(engines)(
  'R10 control: a host that swallows the error of its commit is found, on %s',
  async (engine) => {
    const office = await openOffice(engine, 0, swallowing);
    const fields = { id: null, version: 0, code: 'W1', name: '总库', active: true };
    const { torment } = office;
    await torment
      .act('stock.saveWarehouse', 'warehouse', (client, operationId) =>
        client.stock.saveWarehouse({ operationId, ...fields }),
      )
      .catch(() => undefined);
    const lies = torment.findings.filter((finding) => finding.includes('success was told, nothing was kept'));
    tell(`R10 control ${engine}`, { tried: torment.tried, effective: lies.length, seed: 0 });
    expect(lies).not.toEqual([]);
    await office.close();
  },
);

/** A host with faults in its engine, served over HTTP; `change` puts another database in between. */
async function openOffice(
  engine: Engine,
  seed: number,
  change: (database: Database) => Database = (database) => database,
) {
  const faults = new Faults();
  const host = await startTestHost({ engine, beforeStatement: faults.hook });
  const { parts } = host.host;
  const server = await serveHttp({ ...parts, database: change(parts.database) }, { port: 0 });
  const raw = await openRaw(host.location);
  const clients = new Map<ShopPerson, ServiceClient>();
  for (const who of ['clerk', 'warehouse', 'technician', 'leader', 'admin'] as const) {
    clients.set(who, wireClient(server.address, await host.signIn(who)));
  }
  const client = (who: ShopPerson) => present(clients.get(who), who);
  return {
    database: parts.database,
    client,
    torment: new Torment({ engine, faults, raw, chance: chanceFrom(seed), client }),
    close: async () => {
      await raw.close();
      await server.close();
      await host.close();
    },
  };
}

/** What nobody may build: an answer from a write whose commit failed. */
function swallowing(database: Database): Database {
  return {
    engine: database.engine,
    clock: database.clock,
    read: (actor, work) => database.read(actor, work),
    write: async (actor, work) => {
      let answer: Awaited<ReturnType<typeof work>> | undefined;
      try {
        return await database.write(actor, async (tx) => (answer = await work(tx)));
      } catch (error) {
        if (answer === undefined) throw error;
        return answer;
      }
    },
    onCommit: (listener) => database.onCommit(listener),
    close: () => database.close(),
  };
}
