import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { oneUnit } from '#shared/domain/quantities.ts';
import type { Database, Engine } from '#host/database/database.ts';
import { stockBalances } from '#host/schema/stock.tables.ts';
import { chanceFrom, dose, operation, seedOfRun, tell, type Chance } from '#tests/support/trust/dose.ts';
import { brokenInvariants } from '#tests/support/trust/invariants.ts';
import { openOffices, type Offices } from '#tests/support/trust/offices.ts';
import { openDesk, openShop, receive, type Shop } from '#tests/support/trust/shop.ts';
import { outcomeOf, wireClient } from '#tests/support/trust/wire.ts';

const clientsAtMost = 8;

/** Somebody who wants a piece: says whether it was given, or what was told instead. */
type Taker = () => Promise<'given' | 'out of stock' | string>;

describe.each([
  ['sqlite', dose(150, 10_000)],
  ['postgres', dose(60, 10_000)],
] as const)('R8 the last piece at once, on %s', (engine, rounds) => {
  test('is given once, and the others are told so', async () => {
    const seed = seedOfRun();
    const { offices, database, shop } = await openStoreroom(engine);
    const statuses = new Set<number>();
    const clerks = await openClerks(offices, shop, (status) => statuses.add(status));
    const race = await runRounds(database, shop, clerks, rounds, chanceFrom(seed));
    tell(`R8 ${engine}`, { tried: rounds, effective: race.contested, seed, hosts: offices.addresses.length });
    expect(race.wrong, `seed ${seed}`).toEqual([]);
    expect(statuses).toEqual(new Set([200, 422]));
    expect(await brokenInvariants(database)).toEqual([]);
    await offices.close();
  });

  test('control: a host that reads and then writes gives it twice', async () => {
    const seed = seedOfRun();
    const { offices, database, shop } = await openStoreroom(engine);
    const careless = Array.from({ length: clientsAtMost }, () => () => readThenWrite(database, shop));
    const race = await runRounds(database, shop, careless, 10, chanceFrom(seed));
    tell(`R8 control ${engine}`, { tried: 10, effective: race.wrong.length, seed });
    expect(race.wrong.length).toBeGreaterThan(5);
    expect(await brokenInvariants(database)).not.toEqual([]);
    await offices.close();
  });
});

/** Lets 2–8 takers run for one or two pieces, again and again; tells which rounds did not give exactly what was there. */
async function runRounds(
  database: Database,
  shop: Shop,
  takers: readonly Taker[],
  rounds: number,
  chance: Chance,
) {
  const wrong: string[] = [];
  let contested = 0;
  for (let round = 0; round < rounds; round += 1) {
    const racing = takers.slice(0, chance.between(2, takers.length));
    const pieces = chance.percent(80) ? 1 : 2;
    await receive(database, shop.actors.warehouse, {
      partId: shop.partId,
      accountId: shop.binId,
      quantity: pieces * oneUnit,
    });
    const told = await Promise.all(racing.map((take) => take()));
    const given = told.filter((one) => one === 'given').length;
    if (racing.length > pieces) contested += 1;
    const others = told.filter((one) => one !== 'given' && one !== 'out of stock');
    if (given !== Math.min(pieces, racing.length) || others.length > 0)
      wrong.push(`round ${round}: ${pieces} for ${racing.length}: ${told.join(', ')}`);
  }
  return { wrong, contested };
}

async function openStoreroom(engine: Engine) {
  const offices = await openOffices(engine);
  const { database } = offices.host.host.parts;
  return { offices, database, shop: await openShop(database) };
}

/** Storekeepers at PCs of their own, each with an approved requisition to issue on, spread over the hosts. */
async function openClerks(
  offices: Offices,
  shop: Shop,
  onStatus: (status: number) => void,
): Promise<readonly Taker[]> {
  const takers: Taker[] = [];
  for (let count = 0; count < clientsAtMost; count += 1) {
    const address = offices.addresses[count % offices.addresses.length] ?? '';
    const client = wireClient(address, await offices.host.signIn('warehouse'), onStatus);
    takers.push(await takerAt(client, offices.host.host.parts.database, shop));
  }
  return takers;
}

async function takerAt(client: ServiceClient, database: Database, shop: Shop): Promise<Taker> {
  const desk = await openDesk(database, shop);
  let { version } = desk;
  return async () => {
    const lines = [
      { requisitionLineId: desk.lineId, partId: shop.partId, accountId: shop.binId, quantity: oneUnit },
    ];
    const outcome = await outcomeOf(
      client.requisitions.issue({ operationId: operation(), id: desk.id, version, lines }),
    );
    if (outcome.kind === 'told') {
      version = outcome.result.version;
      return 'given';
    }
    return outcome.code === 'OUT_OF_STOCK' ? 'out of stock' : `${outcome.code} ${outcome.status}`;
  };
}

/** What nobody may build: the balance is read, something is waited for, and the balance seen is written back lowered. */
async function readThenWrite(database: Database, { actors, partId, binId }: Shop): ReturnType<Taker> {
  const place = and(eq(stockBalances.partId, partId), eq(stockBalances.accountId, binId));
  const [seen] = await database.read(actors.warehouse, (tx) =>
    tx.db.select().from(stockBalances).where(place),
  );
  if (!seen || seen.quantity < oneUnit) return 'out of stock';
  await new Promise((resolve) => setImmediate(resolve));
  const left = { quantity: seen.quantity - oneUnit, valueFen: seen.quantity === oneUnit ? 0 : seen.valueFen };
  await database.write(actors.warehouse, (tx) => tx.db.update(stockBalances).set(left).where(place));
  return 'given';
}
