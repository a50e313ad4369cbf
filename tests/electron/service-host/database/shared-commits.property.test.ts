import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { openBooks, type Books } from '#tests/support/books.ts';
import { faultCodes, Faults } from '#tests/support/trust/faults.ts';

let books: Books;
const faults = new Faults();

beforeAll(async () => {
  books = await openBooks('sqlite', faults.hook);
});
afterAll(() => books.close());

const plan = fc.record({
  at: fc.oneof(fc.constant('commit' as const), fc.integer({ min: 1, max: 40 })),
  code: fc.constantFrom(...faultCodes.sqlite),
  lasting: fc.boolean(),
});
const wanted = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 3 }), isRefused: fc.boolean() }), {
  minLength: 1,
  maxLength: 20,
});

async function writeRows(tx: WriteTx, mark: string, rows: number, isRefused: boolean): Promise<void> {
  for (let row = 0; row < rows; row += 1) {
    await tx.db.insert(voidedNumbers).values({
      number: `${mark}-${row}`,
      documentKind: 'issue',
      documentId: newId(),
      reason: mark,
      personId: tx.actor.personId,
      at: tx.now,
    });
  }
  if (isRefused) throw new Error('refused');
}

test('whatever fails among writes that arrive together, who was told of success has it whole, all others nothing', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  let struck = 0;
  await fc.assert(
    fc.asyncProperty(wanted, plan, async (writes, fault) => {
      const run = newId();
      faults.plan(fault);
      const told = await Promise.allSettled(
        writes.map(({ rows, isRefused }, index) =>
          books.write((tx) => writeRows(tx, `${run}-${index}`, rows, isRefused)),
        ),
      );
      struck += faults.struck;
      faults.mend();
      const kept = await books.read((tx) => tx.db.select().from(voidedNumbers));
      const mine = Map.groupBy(
        kept.filter(({ reason }) => reason.startsWith(run)),
        ({ reason }) => reason,
      );
      const expected = writes.map(({ rows }, index) => (told[index]?.status === 'fulfilled' ? rows : 0));
      expect(writes.map((_, index) => mine.get(`${run}-${index}`)?.length ?? 0)).toEqual(expected);
      for (const [index, { isRefused }] of writes.entries())
        if (isRefused) expect(told[index]?.status).toBe('rejected');
    }),
    { numRuns: 150 },
  );
  expect(struck).toBeGreaterThan(100);
});
