import { describe, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { ORPCError } from '@orpc/client';
import type { Engine } from '#host/database/database.ts';
import { testStart } from '#tests/support/books.ts';
import { startTestHost, type TestHost } from '#tests/support/host.ts';
import { mishaps, openCuttingProxy, type CuttingProxy } from '#tests/support/trust/cutting-proxy.ts';
import { chanceFrom, dose, operation, seedOfRun, tell, type Chance } from '#tests/support/trust/dose.ts';
import { brokenInvariants } from '#tests/support/trust/invariants.ts';
import { openRaw } from '#tests/support/trust/raw-books.ts';
import type { ShopPerson } from '#tests/support/trust/shop.ts';
import { playStory } from '#tests/support/trust/story.ts';
import { wireClient } from '#tests/support/trust/wire.ts';

const triesAtMost = 100;

describe.each([
  ['sqlite', dose(4, 110)],
  ['postgres', dose(2, 110)],
] as const)('R9 answers lost and calls retried, on %s', (engine, stories) => {
  test('every write exists exactly once, and answers the same each time', async () => {
    const seed = seedOfRun();
    const office = await openOffice(engine, chanceFrom(seed));
    for (let story = 0; story < stories; story += 1) await office.play(`S${story}`);
    const { proxy, host } = office;
    await settled(proxy);
    tell(`R9 ${engine}`, { tried: proxy.answers.size, effective: proxy.dropped, seed, stories });
    const different = [...proxy.answers].filter(
      ([, answers]) => answers.size !== 1 || [...answers].some((answer) => !answer.startsWith('200 ')),
    );
    expect(different, `seed ${seed}`).toEqual([]);
    expect(await rowCounts(host), `seed ${seed}`).toEqual(await countsWithoutLosses(stories));
    expect(await brokenInvariants(host.host.parts.database)).toEqual([]);
    expect(proxy.dropped).toBeGreaterThan(stories * 30);
    await office.close();
  });
});

test('R9 control: with a new operation id for each try, doubles are found', async () => {
  const seed = seedOfRun();
  const office = await openOffice('sqlite', chanceFrom(seed));
  const wanted = 30;
  for (let count = 0; count < wanted; count += 1) {
    await untilAnswered(() =>
      office.client('warehouse').stock.draftReceipt({ operationId: operation(), ...emptyReceipt }),
    );
  }
  await settled(office.proxy);
  const { receipts } = await rowCounts(office.host);
  tell('R9 control', { tried: wanted, effective: (receipts ?? 0) - wanted, seed });
  expect(receipts).toBeGreaterThan(wanted);
  await office.close();
});

/** A host behind bad network. Questions go past it. */
async function openOffice(engine: Engine, chance: Chance) {
  const host = await startTestHost({ engine });
  const proxy = await openCuttingProxy(host.address, () => chance.oneOf(mishaps));
  const tokens = await tokensOf(host);
  const client = (who: ShopPerson) => wireClient(proxy.address, tokens.get(who) ?? '');
  return {
    host,
    proxy,
    client,
    play: (mark: string) =>
      playStory({
        ...stageOf(mark),
        ask: (who, question) => question(wireClient(host.address, tokens.get(who) ?? '')),
        play: (_, who, call) => {
          const operationId = operation();
          return untilAnswered(() => call(client(who), operationId));
        },
      }),
    close: async () => {
      await proxy.close();
      await host.close();
    },
  };
}

/** How many rows each table has after so many stories, of which nobody lost an answer. */
async function countsWithoutLosses(stories: number): Promise<Record<string, number>> {
  const host = await startTestHost();
  const tokens = await tokensOf(host);
  const client = (who: ShopPerson): ServiceClient => wireClient(host.address, tokens.get(who) ?? '');
  const counts: Record<string, number>[] = [];
  for (const mark of ['S0', 'S1']) {
    const ask = <Result>(who: ShopPerson, question: (client: ServiceClient) => Promise<Result>) =>
      question(client(who));
    await playStory({ ...stageOf(mark), ask, play: (_, who, call) => call(client(who), operation()) });
    counts.push(await rowCounts(host));
  }
  await host.close();
  const [first = {}, second = {}] = counts;
  const each = Object.entries(first).map(([table, count]): [string, number] => [
    table,
    count + (stories - 1) * ((second[table] ?? 0) - count),
  ]);
  return Object.fromEntries(each);
}

async function rowCounts(host: TestHost): Promise<Record<string, number>> {
  const raw = await openRaw(host.location);
  const tables = [...(await raw.fingerprint()).keys()].filter((table) => !table.startsWith('search_grams'));
  const counts: [string, number][] = [];
  for (const table of tables.toSorted()) {
    const [row] = await raw.run(`SELECT count(*) AS count FROM "${table}"`);
    counts.push([table, Number(row?.['count'])]);
  }
  await raw.close();
  return Object.fromEntries(counts);
}

async function tokensOf(host: TestHost): Promise<ReadonlyMap<ShopPerson, string>> {
  const tokens = new Map<ShopPerson, string>();
  for (const who of ['clerk', 'warehouse', 'technician', 'leader', 'admin'] as const)
    tokens.set(who, await host.signIn(who));
  return tokens;
}

/** Tries again whenever the line was cut, as the page does; a refusal is an answer. */
async function untilAnswered<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof ORPCError || tries >= triesAtMost) throw error;
    }
  }
}

/** Calls whose caller was cut off are still being worked on when the last answer came. */
async function settled(proxy: CuttingProxy): Promise<void> {
  for (let seen = -1; seen !== proxy.answers.size;) {
    seen = proxy.answers.size;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const stageOf = (mark: string) => ({ mark, day: '2026-11-01', now: testStart });

const emptyReceipt = {
  purpose: 'purchase' as const,
  supplier: '',
  deliveryNote: '',
  day: '2026-11-01',
  specificationChecked: true,
  quantityChecked: true,
  qualityChecked: true,
  notes: '',
  lines: [],
};
