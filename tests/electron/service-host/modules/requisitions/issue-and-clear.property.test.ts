import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#shared/contract/refusals.ts';
import { receiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { clearLines, closeRest } from '#host/modules/requisitions/clearing.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { issueLines, requisitionLines, requisitions } from '#host/schema/requisitions.tables.ts';
import { stateOfLines } from '#host/modules/requisitions/requisitions.rules.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import { addReport, approved, balanceOf, openShop, rowOf, stockUp, tagsOf, type Shop } from './parts-shop.ts';

/** One act: what to do, with which of the lines, and how much. */
const act = fc.record({
  kind: fc.constantFrom('issue', 'issue', 'return', 'lose', 'install', 'scan', 'closeRest'),
  which: fc.nat(50),
  quantity: fc.oneof(fc.constantFrom(1000, 2000, 3000), fc.integer({ min: 1, max: 6000 })),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

onBothEngines('any sequence of issues and clearings', (books) => {
  test('keeps issued ≤ asked, cleared ≤ issued, and on the holder exactly what is open', async () => {
    const runs = books().engine === 'sqlite' ? 25 : 6;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
        const desk = await openDesk(books());
        for (const one of acts) await perform(books(), desk, one);
        await expectSound(books(), desk);
      }),
      { numRuns: runs, seed: 20261101 },
    );
  }, 60_000);
});

async function openDesk(books: Books) {
  const shop = await openShop(books);
  const partId = await books.write(async (tx) => {
    const id = await insertPart(tx, { unitOfMeasure: '升', priceFen: 100, oldPartRule: 'notRequired' });
    await stockUp(tx, id, shop.binId, 8000, 1234);
    return id;
  });
  const asked = await approved(books, shop, [
    { partId, quantity: 5000 },
    { partId, quantity: 4500, oldPartRequired: false },
  ]);
  return { shop, partId, id: asked.id, lineIds: asked.lineIds };
}

/** Does one act; what is refused is part of the property, anything else is not. */
async function perform(books: Books, desk: Awaited<ReturnType<typeof openDesk>>, one: Act): Promise<void> {
  const { id, shop, partId } = desk;
  const { version } = await rowOf(books, id);
  const drawn = await drawnLines(books, id);
  const issueLineId = drawn[one.which % Math.max(1, drawn.length)]?.id ?? '';
  const { warehouse, leader, clerk } = books.actors;
  const cleared = (line: Parameters<typeof clearLines>[1]['lines'][number]) =>
    books.write(
      (tx) => clearLines(tx, { id, version, lines: [line] }),
      line.kind === 'lost' ? leader : warehouse,
    );
  try {
    if (one.kind === 'issue') {
      const requisitionLineId = desk.lineIds[one.which % 2] ?? '';
      const line = { requisitionLineId, partId, accountId: shop.binId, quantity: one.quantity };
      await books.write((tx) => issueParts(tx, { id, version, lines: [line] }), warehouse);
    }
    if (one.kind === 'closeRest' && one.which > 40)
      await books.write((tx) => closeRest(tx, { id, version, reason: 'x' }), clerk);
    if (issueLineId === '') return;
    if (one.kind === 'return')
      await cleared({ kind: 'returned', issueLineId, quantity: one.quantity, accountId: shop.binId });
    if (one.kind === 'lose')
      await cleared({ kind: 'lost', issueLineId, quantity: one.quantity, reason: 'x', chargeFen: 1 });
    if (one.kind === 'install') await install(books, shop, issueLineId, one.quantity, cleared);
    if (one.kind === 'scan') await scanOne(books, issueLineId, one.which);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function install(
  books: Books,
  shop: Shop,
  issueLineId: string,
  quantity: number,
  cleared: (line: Parameters<typeof clearLines>[1]['lines'][number]) => Promise<unknown>,
): Promise<void> {
  const report = await addReport(books, shop, 'approved', [{ issueLineId, quantity }]);
  await cleared({ kind: 'installed', issueLineId, quantity, reportId: report.id });
}

async function scanOne(books: Books, issueLineId: string, which: number): Promise<void> {
  const tags = await tagsOf(books, issueLineId);
  const scanned = tags[which % Math.max(1, tags.length)]?.number;
  if (scanned !== undefined)
    await books.write((tx) => receiveOldPart(tx, { scanned, storeAccountId: null }), books.actors.warehouse);
}

const drawnLines = (books: Books, id: string) =>
  books.read((tx) =>
    tx.db
      .select({
        id: issueLines.id,
        requisitionLineId: issueLines.requisitionLineId,
        quantity: issueLines.quantity,
        clearedQuantity: issueLines.clearedQuantity,
      })
      .from(issueLines)
      .innerJoin(requisitionLines, eq(requisitionLines.id, issueLines.requisitionLineId))
      .where(eq(requisitionLines.requisitionId, id)),
  );

async function expectSound(books: Books, desk: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  const lines = await books.read((tx) =>
    tx.db.select().from(requisitionLines).where(eq(requisitionLines.requisitionId, desk.id)),
  );
  const drawn = await drawnLines(books, desk.id);
  for (const line of lines) {
    const own = drawn.filter((one) => one.requisitionLineId === line.id);
    expect(line.issuedQuantity).toBeLessThanOrEqual(line.quantity);
    expect(line.clearedQuantity).toBeLessThanOrEqual(line.issuedQuantity);
    expect(own.reduce((sum, one) => sum + one.quantity, 0)).toBe(line.issuedQuantity);
    expect(own.reduce((sum, one) => sum + one.clearedQuantity, 0)).toBe(line.clearedQuantity);
  }
  const open = drawn.reduce((sum, one) => sum + one.quantity - one.clearedQuantity, 0);
  const held = await balanceOf(books, desk.shop.holderId, desk.partId);
  expect(held.quantity).toBe(open);
  if (open === 0) expect(held.valueFen).toBe(0);
  for (const one of drawn) {
    const due = (await tagsOf(books, one.id)).filter((tag) => tag.state === 'due');
    // No old part is awaited for what is accounted for.
    expect(due.reduce((sum, tag) => sum + tag.quantity, 0)).toBeLessThanOrEqual(
      one.quantity - one.clearedQuantity,
    );
  }
  const row = await rowOf(books, desk.id);
  expect(row.state).toBe(stateOfLines(lines, row.restClosed));
  expect(await books.read((tx) => tx.db.$count(requisitions, eq(requisitions.id, desk.id)))).toBe(1);
}
