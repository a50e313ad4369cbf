import BetterSqlite3 from 'better-sqlite3';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageFailure, type WriteTx } from '#host/database/database.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { openBooks, testStart, type Books } from '#tests/support/books.ts';

let books: Books;
/** What the engine was asked for, and what it does instead of what it is asked next. */
let statements: string[];
let faults: Map<string, () => void>;

beforeEach(async () => {
  statements = [];
  faults = new Map();
  books = await openBooks('sqlite', (sql) => {
    statements.push(sql);
    const fault = faults.get(sql);
    faults.delete(sql);
    fault?.();
  });
  statements = [];
});

afterEach(() => books.close());

const diskFull = () => {
  throw new BetterSqlite3.SqliteError('injected', 'SQLITE_FULL');
};

const keep = (number: string) => async (tx: WriteTx) => {
  await tx.db.insert(voidedNumbers).values({
    number,
    documentKind: 'issue',
    documentId: number,
    reason: '',
    personId: tx.actor.personId,
    at: tx.now,
  });
  tx.changes.push({ kind: 'issue', id: number });
  return number;
};

const keepAndRefuse = (number: string) => async (tx: WriteTx) => {
  await keep(number)(tx);
  throw new Error(`refused ${number}`);
};

async function kept(): Promise<string[]> {
  const rows = await books.read((tx) =>
    tx.db.select({ number: voidedNumbers.number }).from(voidedNumbers).orderBy(asc(voidedNumbers.number)),
  );
  return rows.map(({ number }) => number);
}

const commits = () => {
  const begun = statements.lastIndexOf('BEGIN');
  return statements.slice(0, begun < 0 ? undefined : begun).filter((sql) => sql === 'COMMIT').length;
};

test('writes that arrive together share one commit, and none is answered before it', async () => {
  const answered: string[] = [];
  const answeredAtCommit: number[] = [];
  faults.set('COMMIT', () => answeredAtCommit.push(answered.length));
  const writes = ['A', 'B', 'C'].map(async (number) => {
    answered.push(await books.write(keep(number)));
  });
  await Promise.all(writes);
  expect(commits()).toBe(1);
  expect(answeredAtCommit).toEqual([0]);
  expect(answered).toEqual(['A', 'B', 'C']);
  expect(await kept()).toEqual(['A', 'B', 'C']);
});

test('a write that comes while another is under way goes with it', async () => {
  const started = Promise.withResolvers<void>();
  const first = books.write(async (tx) => {
    started.resolve();
    return keep('A')(tx);
  });
  await started.promise;
  await Promise.all([first, books.write(keep('B'))]);
  expect(commits()).toBe(1);
  expect(await kept()).toEqual(['A', 'B']);
});

test('one after the other each has its own commit', async () => {
  await books.write(keep('A'));
  await books.write(keep('B'));
  expect(commits()).toBe(2);
});

test('more than a group at once are all kept, in the order of arrival', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => String(index + 10));
  const answered: string[] = [];
  await Promise.all(numbers.map(async (number) => answered.push(await books.write(keep(number)))));
  expect(answered).toEqual(numbers);
  expect(commits()).toBe(3);
  expect(await kept()).toEqual(numbers);
});

test('a refused write takes back its own and nothing of the others, wherever it stands', async () => {
  const results = await Promise.allSettled([
    books.write(keepAndRefuse('A')),
    books.write(keep('B')),
    books.write(keepAndRefuse('C')),
    books.write(keep('D')),
    books.write(keepAndRefuse('E')),
  ]);
  expect(results.map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ]);
  expect(results[2]).toMatchObject({ reason: { message: 'refused C' } });
  expect(await kept()).toEqual(['B', 'D']);
});

test('the feed tells of what was kept, not of what was refused', async () => {
  const told: string[] = [];
  books.database.onCommit((changes) => told.push(...changes.map(({ id }) => id)));
  await Promise.allSettled([books.write(keep('A')), books.write(keepAndRefuse('B')), books.write(keep('C'))]);
  expect(told).toEqual(['A', 'C']);
});

test('when the common commit fails, each is done again by itself, once', async () => {
  faults.set('COMMIT', diskFull);
  const results = await Promise.allSettled([
    books.write(keep('A')),
    books.write(keepAndRefuse('B')),
    books.write(keep('C')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: { message: 'refused B' } });
  expect(await kept()).toEqual(['A', 'C']);
});

test('where the engine gives up the whole transaction, what it held is done again', async () => {
  const { database, actors } = books;
  faults.set('ROLLBACK TO one_write', diskFull);
  const told: string[] = [];
  database.onCommit((changes) => told.push(...changes.map(({ id }) => id)));
  const results = await Promise.allSettled([
    database.write(actors.clerk, keep('A')),
    database.write(actors.clerk, keepAndRefuse('B')),
    database.write(actors.clerk, keep('C')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await kept()).toEqual(['A', 'C']);
  expect(told).toEqual(['A', 'C']);
});

test('a commit of one alone that fails is told as the failure of the disk, and nothing stays', async () => {
  faults.set('COMMIT', diskFull);
  await expect(books.write(keep('A'))).rejects.toEqual(new StorageFailure('diskFull', expect.anything()));
  await books.write(keep('B'));
  expect(await kept()).toEqual(['B']);
});

test('a rollback that fails leaves nothing behind for the next', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  faults.set('ROLLBACK', diskFull);
  await expect(books.write(keepAndRefuse('A'))).rejects.toThrow('refused A');
  expect(stderr).toHaveBeenCalled();
  await books.write(keep('B'));
  expect(await kept()).toEqual(['B']);
});

test('closing waits for what is under way', async () => {
  const other = await openBooks('sqlite');
  const writes = [other.write(keep('A')), other.write(keep('B'))];
  await other.close();
  expect(await Promise.all(writes)).toEqual(['A', 'B']);
});

test('the clock of a write is read when it is done', async () => {
  const moments = await Promise.all([
    books.write(async (tx) => {
      books.pass(1_000);
      return tx.now;
    }),
    books.write(async (tx) => tx.now),
  ]);
  expect(moments).toEqual([testStart, testStart + 1_000]);
});
