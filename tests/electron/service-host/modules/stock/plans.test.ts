import type BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadTx } from '#host/database/database.ts';
import { listParts, partDetail } from '#host/modules/parts/parts.queries.ts';
import { monthStatement } from '#host/modules/stock/month.queries.ts';
import { listMovements } from '#host/modules/stock/movements.queries.ts';
import { listReceipts } from '#host/modules/stock/receipts.queries.ts';
import { openPlannedBooks, type PlannedBooks } from '#tests/support/query-plans.ts';

let books: PlannedBooks;
beforeAll(async () => {
  books = await openPlannedBooks(Date.UTC(2026, 10, 22), fill, longAgo);
});
afterAll(() => books.close());

const byNumber = { sort: { by: 'number', descending: false }, limit: 50 } as const;
const newest = { sort: { by: 'sequence', descending: true }, limit: 50 } as const;
const byTime = { sort: { by: 'createdAt', descending: true }, limit: 50 } as const;
const longAgo = '2024-03-05';
const old = { fromDay: longAgo, untilDay: '2024-03-06' };

const cursor = JSON.stringify(['', 20_000, 0, 0, 0, 0]);

/** What is asked, how, and which steps may walk a large table: the newest entries come first along the ledger's own key. */
const lists: readonly {
  readonly name: string;
  readonly ask: (tx: ReadTx) => Promise<unknown>;
  readonly walked?: readonly string[];
}[] = [
  { name: 'the catalogue by number', ask: (tx) => listParts(tx, { ...byNumber, filter: { active: true } }) },
  {
    name: 'the catalogue of a category',
    ask: (tx) => listParts(tx, { ...byNumber, filter: { category: 'c1' } }),
  },
  { name: 'one part', ask: (tx) => partDetail(tx, { id: 'p1' }) },
  {
    name: 'the newest entries',
    ask: (tx) => listMovements(tx, { ...newest, filter: {} }),
    walked: ['SCAN stock_movements'],
  },
  { name: 'the entries of a part', ask: (tx) => listMovements(tx, { ...newest, filter: { partId: 'p1' } }) },
  {
    name: 'the entries of an account',
    ask: (tx) => listMovements(tx, { ...newest, filter: { accountId: 'out' } }),
  },
  { name: 'the entries of two days long ago', ask: (tx) => listMovements(tx, { ...newest, filter: old }) },
  {
    name: 'the entries of a document',
    ask: (tx) => listMovements(tx, { ...newest, filter: { documentId: 'd1' } }),
  },
  { name: 'the receipts', ask: (tx) => listReceipts(tx, { ...byTime, filter: {} }) },
  {
    name: 'a later page of the month',
    ask: (tx) => monthStatement(tx, { month: '2026-11', limit: 50, after: cursor }),
  },
];

test.each(lists)('$name is read along an index', async ({ ask, walked = [] }) => {
  const steps = await books.stepsOf(ask);
  const large = steps.filter((step) => /\b(stock_movements|stock_balances|receipt_lines)\b/.test(step));
  expect(large.filter((step) => !step.startsWith('SEARCH'))).toEqual(walked);
});

/** Twenty thousand entries over three years, and four hundred parts. */
function fill(file: BetterSqlite3.Database): void {
  file.exec(`
    INSERT INTO stock_accounts (id, code, name, kind, inside, active, version, code_key) VALUES ('out', 'out', 'out', 'supplier', 0, 1, 1, 'OUT');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
      INSERT INTO stock_accounts (id, code, name, kind, inside, active, version, code_key) SELECT 'b' || i, 'b' || i, 'b', 'bin', 1, 1, 1, 'B' || i FROM n;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
      INSERT INTO parts SELECT 'p' || i, 'N' || i, 'n', '', '', '', '', '', 'c' || (i % 9), '', '', 0, 0, 0, 0, 'required', 'released', 1, i, 1, 'n', '', 'N' || i, NULL FROM n;
    INSERT INTO stock_balances SELECT 'b' || (rowid % 200 + 1), id, 1, 50000, 50, 1 FROM parts;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO stock_movements SELECT i, i, date('2023-12-01', '+' || (i / 19) || ' days'), 'receipt', 'd' || (i / 4), 'RK', NULL,
        'p' || (i % 400 + 1), 'out', 'b' || (i % 200 + 1), 1000, 1, -1, 1, NULL, NULL FROM n;
  `);
}
