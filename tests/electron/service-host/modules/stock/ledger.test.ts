import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import {
  postMovements,
  reverseMovements,
  wellKnownAccount,
} from '#host/modules/stock/stock.ledger.service.ts';
import { stockBalances, stockMovements } from '#host/schema/stock.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { insertAccount, insertPart } from '#tests/support/plain-rows.ts';

/** One act of the property: what to do, between which of four places, how much, at which price. */
const act = fc.record({
  kind: fc.constantFrom('receive', 'receive', 'move', 'move', 'install', 'reverse'),
  from: fc.nat(3),
  to: fc.nat(3),
  quantity: fc.integer({ min: 1, max: 20_000 }),
  valueFen: fc.integer({ min: 0, max: 1_000_000 }),
  which: fc.nat(1000),
});

onBothEngines('the ledger', (books) => {
  test('any sequence of acts keeps balances = sum of movements, never negative inside, value conserved to the fen', async () => {
    const runs = books().engine === 'sqlite' ? 40 : 8;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (acts) => {
        const place = await aPartAndFourPlaces(books());
        const documents: string[] = [];
        for (const one of acts) await perform(books(), place, one, documents);
        await expectSoundBooks(books(), place.partId);
      }),
      { numRuns: runs, seed: 20261101 },
    );
  });

  test('the last piece goes to one of two, the other is told what is left', async () => {
    const { partId, inside, supplier } = await aPartAndFourPlaces(books());
    const [bin = '', one = '', other = ''] = inside;
    const post = (from: string, to: string, quantity: number, valueFen?: number) =>
      books().write((tx) =>
        postMovements(tx, document(), [
          {
            partId,
            fromAccountId: from,
            toAccountId: to,
            quantity,
            ...(valueFen === undefined ? {} : { valueFen }),
          },
        ]),
      );
    await post(supplier, bin, 1000, 86_000);
    const results = await Promise.allSettled([post(bin, one, 1000), post(bin, other, 1000)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'OUT_OF_STOCK', facts: { availableQuantity: 0 } });
  });

  test('the table itself refuses a balance below zero', async () => {
    const { partId, inside } = await aPartAndFourPlaces(books());
    const insert = books().write((tx) =>
      tx.db
        .insert(stockBalances)
        .values({
          accountId: inside[0] ?? '',
          partId,
          inside: true,
          quantity: -1,
          valueFen: 0,
          lastSequence: 1,
        })
        .returning(),
    );
    await expect(insert).rejects.toThrow();
  });
});

function document(id: string = newId()) {
  return { kind: 'receipt', id, number: id.slice(0, 8), day: '2026-11-01' };
}

async function aPartAndFourPlaces(books: Books) {
  return books.write(async (tx) => {
    const partId = await insertPart(tx, { priceFen: 0 });
    const inside: string[] = [];
    for (const kind of ['bin', 'bin', 'technician', 'station'] as const) {
      inside.push(await insertAccount(tx, { kind }));
    }
    return {
      partId,
      inside,
      supplier: await wellKnownAccount(tx, 'supplier'),
      customer: await wellKnownAccount(tx, 'customer'),
    };
  });
}

type Place = Awaited<ReturnType<typeof aPartAndFourPlaces>>;
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Does one act; what the ledger refuses is part of the property, anything else is not. */
async function perform(
  books: Books,
  { partId, inside, supplier, customer }: Place,
  one: Act,
  documents: string[],
): Promise<void> {
  const from = inside[one.from] ?? '';
  const to = inside[one.to] ?? '';
  const { quantity, valueFen } = one;
  const id = newId();
  try {
    await books.write(async (tx) => {
      if (one.kind === 'receive')
        await postMovements(tx, document(id), [
          { partId, fromAccountId: supplier, toAccountId: to, quantity, valueFen },
        ]);
      if (one.kind === 'install')
        await postMovements(tx, document(id), [
          { partId, fromAccountId: from, toAccountId: customer, quantity },
        ]);
      if (one.kind === 'move' && from !== to)
        await postMovements(tx, document(id), [{ partId, fromAccountId: from, toAccountId: to, quantity }]);
      const reversed = documents[one.which % Math.max(1, documents.length)];
      if (one.kind === 'reverse' && reversed !== undefined)
        await reverseMovements(tx, document(id), reversed);
    });
    documents.push(id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function expectSoundBooks(books: Books, partId: string): Promise<void> {
  const { balances, movements } = await books.read(async (tx) => ({
    balances: await tx.db
      .select()
      .from(stockBalances)
      .where(sql`${stockBalances.partId} = ${partId}`),
    movements: await tx.db
      .select()
      .from(stockMovements)
      .where(sql`${stockMovements.partId} = ${partId}`)
      .orderBy(stockMovements.sequence),
  }));
  const sums = new Map<string, { quantity: number; valueFen: number }>();
  const post = (accountId: string, quantity: number, valueFen: number, quantityAfter: number) => {
    const sum = sums.get(accountId) ?? { quantity: 0, valueFen: 0 };
    sums.set(accountId, { quantity: sum.quantity + quantity, valueFen: sum.valueFen + valueFen });
    expect(sums.get(accountId)?.quantity).toBe(quantityAfter);
  };
  for (const movement of movements) {
    post(movement.fromAccountId, -movement.quantity, -movement.valueFen, movement.fromQuantityAfter);
    post(movement.toAccountId, movement.quantity, movement.valueFen, movement.toQuantityAfter);
  }
  for (const balance of balances) {
    expect({ quantity: balance.quantity, valueFen: balance.valueFen }).toEqual(sums.get(balance.accountId));
    if (balance.inside) expect(Math.min(balance.quantity, balance.valueFen)).toBeGreaterThanOrEqual(0);
    if (balance.inside && balance.quantity === 0) expect(balance.valueFen).toBe(0);
  }
  expect(balances.reduce((sum, balance) => sum + balance.valueFen, 0)).toBe(0);
}
