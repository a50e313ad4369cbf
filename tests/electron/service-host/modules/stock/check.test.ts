import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ledgerCheck } from '#shared/contract/stock.contract.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import { checkLedger } from '#host/modules/stock/check.queries.ts';
import { stockBalances, stockMovements } from '#host/schema/stock.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { addAccount, addPart, addWarehouse, move, receive } from './storeroom.ts';

onBothEngines('the check of the ledger', (books) => {
  const check = () => checkLedger(books().database, async () => undefined);

  test('sound books are whole, damage is found and named, and the check can be stopped', async () => {
    const warehouseId = await addWarehouse(books());
    const [one, other] = [await addAccount(books(), warehouseId), await addAccount(books(), warehouseId)];
    const partId = await addPart(books(), { number: 'P-1' });
    await receive(books(), one, partId, 5000, 100);
    await move(books(), partId, one, other, 2000);
    expect(ledgerCheck.parse(await check())).toEqual({
      whole: true,
      movements: 2,
      problemCount: 0,
      problems: [],
    });

    await books().write((tx) =>
      tx.db.update(stockBalances).set({ quantity: 4000 }).where(eq(stockBalances.accountId, one)).returning(),
    );
    expect(await check()).toMatchObject({
      whole: false,
      problems: [{ kind: 'sum', part: 'P-1 水泵总成', expected: 3000, found: 4000 }],
    });
    await books().write((tx) =>
      tx.db.update(stockBalances).set({ quantity: 3000 }).where(eq(stockBalances.accountId, one)).returning(),
    );

    await books().write((tx) =>
      tx.db
        .update(stockMovements)
        .set({ toQuantityAfter: 1 })
        .where(eq(stockMovements.sequence, 2))
        .returning(),
    );
    expect((await check()).problems).toMatchObject([
      { kind: 'chain', sequence: 2, expected: 2000, found: 1 },
    ]);

    await books().write((tx) =>
      tx.db.delete(stockMovements).where(eq(stockMovements.sequence, 1)).returning(),
    );
    expect((await check()).problems.map((problem) => problem.kind)).toContain('gap');

    // A number beyond what the program can count with: PostgreSQL keeps it, the program cannot read it exactly.
    const strange = await addPart(books(), { number: 'P-2' });
    await receive(books(), one, strange, 5000, 100);
    await books().write((tx) =>
      tx.db
        .update(stockMovements)
        .set({ toQuantityAfter: sql`9007199254740993` })
        .where(eq(stockMovements.partId, strange))
        .returning({ sequence: stockMovements.sequence }),
    );
    const told = ledgerCheck.parse(await check());
    expect(told.whole).toBe(false);
    expect(told.problems.filter(({ part }) => part === 'P-2 水泵总成')).toMatchObject([
      { kind: books().engine === 'postgres' ? 'unreadable' : 'chain' },
    ]);

    const stopped = checkLedger(books().database, async () => {
      throw new Refusal('CANCELLED', {});
    });
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
