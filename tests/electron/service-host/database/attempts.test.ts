import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal, refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '#host/database/database.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { openBooks, type Books } from '#tests/support/books.ts';

const refused = () => refuse('CHECKS_MISSING', {});

describe.each(['sqlite', 'postgres'] as const)('one part of a write on %s', (engine) => {
  let books: Books;
  let told: string[];
  let begun: string[];
  /** What the engine does instead of the statement it is asked for next. */
  let faults: Map<string, () => void>;

  beforeEach(async () => {
    faults = new Map();
    books = await openBooks(engine, (sql) => {
      const fault = faults.get(sql);
      faults.delete(sql);
      fault?.();
    });
    told = [];
    begun = [];
    books.database.onCommit((changes) => told.push(...changes.map(({ id }) => id)));
  });
  afterEach(() => books.close());

  const keep = async (tx: WriteTx, number: string) => {
    const row = { number, documentKind: 'issue', documentId: number, reason: '', personId: null, at: tx.now };
    await tx.db.insert(voidedNumbers).values(row);
    tx.changes.push({ kind: 'issue', id: number });
    tx.afterCommit(() => begun.push(number));
    return number;
  };
  const kept = async () => {
    const rows = await books.read((tx) =>
      tx.db.select({ number: voidedNumbers.number }).from(voidedNumbers).orderBy(asc(voidedNumbers.number)),
    );
    return rows.map(({ number }) => number);
  };

  test('that is refused is undone alone, with what it would have told and begun', async () => {
    const results = await books.write(async (tx) => {
      await keep(tx, 'A');
      const parts = [];
      for (const number of ['B', 'C', 'D'])
        parts.push(
          await tx.attempt(async () => {
            await keep(tx, number);
            return number === 'C' ? refused() : number;
          }),
        );
      await keep(tx, 'E');
      return parts;
    });
    expect(results.map((part) => (part.ok ? part.result : part.refusal.code))).toEqual([
      'B',
      'CHECKS_MISSING',
      'D',
    ]);
    expect(await kept()).toEqual(['A', 'B', 'D', 'E']);
    expect(told).toEqual(['A', 'B', 'D', 'E']);
    expect(begun).toEqual(['A', 'B', 'D', 'E']);
  });

  test('holds parts of its own, which are undone with it', async () => {
    await books.write(async (tx) => {
      await tx.attempt(async () => {
        await keep(tx, 'A');
        await tx.attempt(() => keep(tx, 'B'));
        await tx.attempt(async () => {
          await keep(tx, 'C');
          refused();
        });
        refused();
      });
      await tx.attempt(async () => {
        await keep(tx, 'D');
        await tx.attempt(async () => {
          await keep(tx, 'E');
          refused();
        });
      });
    });
    expect(await kept()).toEqual(['D']);
    expect(told).toEqual(['D']);
    expect(begun).toEqual(['D']);
  });

  test('that met another error ends the whole write, even where somebody caught it', async () => {
    const write = books.write(async (tx) => {
      await keep(tx, 'A');
      await tx.attempt(() => Promise.reject(new TypeError('broken'))).catch(() => undefined);
    });
    await expect(write).rejects.toThrow('broken');
    expect(await kept()).toEqual([]);
    expect(told).toEqual([]);
    expect(begun).toEqual([]);
  });

  test('does not lie side by side with another', async () => {
    const write = books.write((tx) =>
      Promise.all(
        ['A', 'B'].map((number) =>
          tx.attempt(async () => {
            await keep(tx, number);
          }),
        ),
      ),
    );
    await expect(write).rejects.toThrow('do not overlap');
    expect(await kept()).toEqual([]);
  });

  test('a refused write begins nothing', async () => {
    const write = books.write(async (tx) => {
      await keep(tx, 'A');
      refused();
    });
    await expect(write).rejects.toSatisfy((error) => isRefusal(error, 'CHECKS_MISSING'));
    expect(begun).toEqual([]);
  });

  test('what is to begin begins once, after the commit, though the writes had to be repeated', async () => {
    let runs = 0;
    const beforeCommit: string[][] = [];
    faults.set('COMMIT', () => {
      beforeCommit.push([...begun]);
      throw Object.assign(new Error('injected'), { code: engine === 'sqlite' ? 'SQLITE_FULL' : '40001' });
    });
    await Promise.all(
      ['A', 'B'].map((number) =>
        books.write((tx) => {
          runs += 1;
          return keep(tx, number);
        }),
      ),
    );
    expect(runs).toBe(engine === 'sqlite' ? 4 : 3);
    expect(beforeCommit).toEqual([[]]);
    expect(await kept()).toEqual(['A', 'B']);
    expect(begun).toEqual(['A', 'B']);
  });

  test('work that cannot begin does not make a failure of what is saved', async () => {
    const write = books.write(async (tx) => {
      tx.afterCommit(() => {
        throw new TypeError('cannot begin');
      });
      return keep(tx, 'A');
    });
    expect(await write).toBe('A');
    expect(begun).toEqual(['A']);
  });
});
