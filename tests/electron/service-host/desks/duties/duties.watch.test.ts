import { eq, inArray } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { DutiesWatch } from '#host/desks/duties/duties.watch.service.ts';
import { duties as roll, mostUrgentDuties } from '#host/roll/duties.ts';
import { duties } from '#host/schema/duties.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { insertCustomer } from '#tests/support/plain-rows.ts';
import { dutiesAstray } from '#tests/support/trust/duties.ts';
import { issued, openShop, submitted } from '../../modules/requisitions/parts-shop.ts';

const hour = 3_600_000;

const watching = (books: Books, tell: () => void = () => undefined) =>
  new DutiesWatch(books.database, roll, tell);

onBothEngines('the watch over duties', (books) => {
  test('at the start what went astray is mended in portions, once, with a line in the log', async () => {
    const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const shop = await openShop(books());
    await issued(books(), shop, [{ partId: shop.pumpId, quantity: 3000 }]);
    await submitted(books(), shop);
    await books().write(async (tx) => {
      // More than a portion of customers of whom nobody heard, duties lost, and one of nothing.
      for (let count = 0; count < 230; count += 1) await insertCustomer(tx);
      await tx.db.delete(duties).where(inArray(duties.kind, ['oldPartDue', 'requisitionDecision']));
      await tx.db.update(duties).set({ ownerId: null }).where(eq(duties.kind, 'partsUncleared'));
      await tx.db.insert(duties).values({
        id: newId<'duty'>(tx.now),
        kind: 'reportDecision',
        subjectKind: 'report',
        subjectId: newId<'report'>(tx.now),
        round: '1',
        team: 'reports.approve',
        openedAt: tx.now,
        dueAt: tx.now,
        teamAt: tx.now,
        leaderAt: tx.now,
        outcome: 'open',
        reason: '',
        version: 1,
      });
    });
    expect((await dutiesAstray(books().database)).length).toBeGreaterThan(230);
    const watch = watching(books());
    expect(await watch.compareAll()).toBeGreaterThan(230);
    expect(await dutiesAstray(books().database)).toEqual([]);
    expect(logged.mock.calls.map(String).join('')).toContain('duties mended');
    expect(await watch.compareAll()).toBe(0);
    await watch.close();
    logged.mockRestore();
  });

  test('the windows hear once when a moment passes, also after the PC slept for days', async () => {
    const shop = await openShop(books());
    await submitted(books(), shop);
    let told = 0;
    const watch = watching(books(), () => (told += 1));
    await watch.look();
    expect(told).toBe(0);
    books().pass(60 * 24 * hour);
    await watch.look();
    await watch.look();
    expect(told).toBe(1);
    await watch.close();
  });

  test('a clock that was set back tells again what it passes again', async () => {
    await submitted(books(), await openShop(books()));
    let told = 0;
    const watch = watching(books(), () => (told += 1));
    books().pass(30 * 24 * hour);
    await watch.look();
    const heard = told;
    // The time of the books never falls below their last entry; the watch asks for it and takes what it is.
    books().pass(-40 * 24 * hour);
    await watch.look();
    books().pass(40 * 24 * hour);
    await watch.look();
    expect(told).toBeGreaterThanOrEqual(heard);
    expect(heard).toBe(1);
    await watch.close();
  });

  test('what presses most comes first, and late decisions reach another who may not decide but leads', async () => {
    const { leader } = books().actors;
    const rows = await books().read((tx) => mostUrgentDuties(tx, leader.personId, 3), leader);
    expect(rows).toHaveLength(3);
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(rows.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b));
    const leads = { ...books().actors.auditor, permissions: new Set(['duties.lead'] as const) };
    const late = await books().read((tx) => mostUrgentDuties(tx, null, 100), leads);
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ state }) => state === 'late')).toBe(true);
  });
});
