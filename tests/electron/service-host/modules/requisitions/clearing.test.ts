import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents } from '#host/schema/cases.tables.ts';
import { receiveOldPart, waiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { clearLines } from '#host/modules/requisitions/clearing.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import { clearings } from '#host/schema/requisitions.tables.ts';
import { wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import {
  addAccount,
  addReport,
  approved,
  balanceOf,
  clear,
  expectRefused,
  issued,
  openShop,
  rowOf,
  stockUp,
  tagsOf,
} from './parts-shop.ts';

onBothEngines('clearing', (books) => {
  const refused = (
    code: Parameters<typeof expectRefused>[1],
    of: { id: string; version: number },
    lines: Parameters<typeof clear>[2],
    actor = books().actors.warehouse,
  ) => expectRefused(books(), code, (tx) => clearLines(tx, { id: of.id, version: of.version, lines }), actor);
  const receive = (number: string) =>
    books().write(
      (tx) => receiveOldPart(tx, { scanned: number, storeAccountId: null }),
      books().actors.warehouse,
    );

  test('installed needs an approved report that lists the part, and the old part in', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
    const [issueLineId = ''] = given.issueLineIds;
    const line = (reportId: string, quantity = 1000) =>
      ({ kind: 'installed', issueLineId, quantity, reportId }) as const;
    await refused('NOT_FOUND', given, [line(newId())]);
    for (const state of ['draft', 'finished', 'signed', 'void'] as const) {
      const report = await addReport(books(), shop, state, [{ issueLineId, quantity: 2000 }]);
      await refused('REPORT_NOT_APPROVED', given, [line(report.id)]);
    }
    const other = await issued(books(), shop, [{ partId: shop.pumpId }]);
    const lacking = await addReport(books(), shop, 'approved', [
      { issueLineId: other.issueLineIds[0] ?? '', quantity: 2000 },
    ]);
    await refused('REPORT_LACKS_PART', given, [line(lacking.id)]);

    const report = await addReport(books(), shop, 'filed', [{ issueLineId, quantity: 1000 }]);
    const missing = await refused('OLD_PART_MISSING', given, [line(report.id)]);
    const [first, second] = await tagsOf(books(), issueLineId);
    expect(missing.facts).toEqual({ number: first?.number });
    await receive(first?.number ?? '');
    await refused('REPORT_LACKS_PART', given, [line(report.id), line(report.id)]);
    await refused('MORE_THAN_ISSUED', given, [line(report.id, 2001)]);
    await refused('DOES_NOT_BELONG', given, [
      { ...line(report.id), issueLineId: other.issueLineIds[0] ?? '' },
    ]);

    const cleared = await clear(books(), given, [line(report.id)]);
    expect(await rowOf(books(), given.id)).toMatchObject({ state: 'issued', version: cleared.version });
    expect(await balanceOf(books(), shop.holderId, shop.pumpId)).toEqual({
      quantity: 2000,
      valueFen: 172_000,
    });
    const all = await addReport(books(), shop, 'approved', [{ issueLineId, quantity: 5000 }]);
    await refused('OLD_PART_MISSING', cleared, [line(all.id)]);
    await books().write(
      (tx) => waiveOldPart(tx, { id: second?.id ?? '', version: 1, reason: '烧毁' }),
      books().actors.leader,
    );
    await clear(books(), cleared, [line(all.id)]);
    expect((await rowOf(books(), given.id)).state).toBe('cleared');
    const [row] = await books().read((tx) =>
      tx.db.select().from(clearings).where(eq(clearings.reportId, all.id)),
    );
    expect(row).toMatchObject({ kind: 'installed', quantity: 1000, valueFen: 86_000 });
    expect(row?.number).toMatch(/^XZ202611-\d{4}$/);
    await refused('WRONG_STATE', { id: given.id, version: 99 }, [line(all.id)]);
  });

  test('returned goes back into the bin with its value, and its tags are withdrawn', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
    const [issueLineId = ''] = given.issueLineIds;
    const line = { kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId as string } as const;
    await refused('ACCOUNT_NOT_USABLE', given, [{ ...line, accountId: shop.holderId }]);
    await refused('NOT_FOUND', given, [{ ...line, accountId: newId() }]);
    await refused('MORE_THAN_ISSUED', given, [line, { ...line, quantity: 1001 }]);
    await refused('CHANGED_MEANWHILE', { id: given.id, version: 1 }, [line]);
    const half = await clear(books(), given, [line]);
    expect(await balanceOf(books(), shop.binId, shop.pumpId)).toEqual({ quantity: 4000, valueFen: 344_000 });
    const tags = await tagsOf(books(), issueLineId);
    expect(tags.map((tag) => [tag.state, tag.waiveReason])).toEqual([
      ['waived', 'returned'],
      ['due', ''],
    ]);
    const moved = { ...line, accountId: shop.otherBinId as string };
    await clear(books(), half, [moved], books().actors.clerk);
    expect(await balanceOf(books(), shop.holderId, shop.pumpId)).toEqual({ quantity: 0, valueFen: 0 });
    expect(await balanceOf(books(), shop.otherBinId, shop.pumpId)).toEqual({
      quantity: 1000,
      valueFen: 86_000,
    });
    expect((await rowOf(books(), given.id)).state).toBe('cleared');
    const events = await books().read((tx) =>
      tx.db.select().from(caseEvents).where(eq(caseEvents.caseId, shop.caseId)),
    );
    expect(events.filter((event) => event.kind === 'clearing')).toHaveLength(2);
    const audit = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, given.id)),
    );
    expect(audit.filter((entry) => entry.act === 'requisitions.clear')).toMatchObject([
      { before: { state: 'issued' }, after: { state: 'issued', lines: [{ kind: 'returned' }] } },
      { after: { state: 'cleared' } },
    ]);
  });

  test('what a finished report says was installed cannot come back or be lost beside it', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 3000 }]);
    const [issueLineId = ''] = given.issueLineIds;
    await addReport(books(), shop, 'draft', [{ issueLineId, quantity: 1000 }]);
    const report = await addReport(books(), shop, 'finished', [{ issueLineId, quantity: 2000 }]);
    const back = (quantity: number) =>
      ({ kind: 'returned', issueLineId, quantity, accountId: shop.binId as string }) as const;
    const before = await balanceOf(books(), shop.holderId, shop.pumpId);
    const { facts } = await refused('LISTED_IN_REPORT', given, [back(2000)]);
    expect(facts).toMatchObject({ number: report.number, freeQuantity: 1000 });
    await refused('LISTED_IN_REPORT', given, [back(1000), back(1000)]);
    const lost = { kind: 'lost', issueLineId, quantity: 2000, reason: '丢失', chargeFen: 0 } as const;
    await refused('LISTED_IN_REPORT', given, [lost], books().actors.leader);
    expect(await balanceOf(books(), shop.holderId, shop.pumpId)).toEqual(before);
    await clear(books(), given, [back(1000)]);
    expect((await balanceOf(books(), shop.holderId, shop.pumpId)).quantity).toBe(2000);
  });

  test('litres that come back make the one tag smaller, and all of them take it back', async () => {
    const shop = await openShop(books());
    const coolantId = await books().write(async (tx) => {
      const id = await insertPart(tx, { unitOfMeasure: '升', priceFen: 2_100 });
      await stockUp(tx, id, shop.binId, 100_000, 210_000);
      return id;
    });
    const given = await issued(books(), shop, [{ partId: coolantId, quantity: 12_500 }]);
    const [issueLineId = ''] = given.issueLineIds;
    const back = (quantity: number) =>
      ({ kind: 'returned', issueLineId, quantity, accountId: shop.binId as string }) as const;
    const rest = await clear(books(), given, [back(2_500)]);
    expect(await tagsOf(books(), issueLineId)).toMatchObject([{ state: 'due', quantity: 10_000 }]);
    await clear(books(), rest, [back(10_000)]);
    expect(await tagsOf(books(), issueLineId)).toMatchObject([{ state: 'waived', waiveReason: 'returned' }]);
    expect((await rowOf(books(), given.id)).state).toBe('cleared');
  });

  test('of three, one with its old part in is installed though another came back unused', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 3000 }]);
    const [issueLineId = ''] = given.issueLineIds;
    const [first] = await tagsOf(books(), issueLineId);
    await receive(first?.number ?? '');
    const report = await addReport(books(), shop, 'approved', [{ issueLineId, quantity: 2000 }]);
    const rest = await clear(books(), given, [
      { kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId },
      { kind: 'installed', issueLineId, quantity: 1000, reportId: report.id },
    ]);
    await refused('OLD_PART_MISSING', rest, [
      { kind: 'installed', issueLineId, quantity: 1000, reportId: report.id },
    ]);
  });

  test('lost is written off by a leader whom it does not concern, and by nobody else', async () => {
    const shop = await openShop(books());
    const { warehouse, clerk, leader, leader2, technician } = books().actors;
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
    const [issueLineId = ''] = given.issueLineIds;
    const lost = {
      kind: 'lost',
      issueLineId,
      quantity: 1000,
      reason: '途中丢失',
      chargeFen: 43_000,
    } as const;
    for (const actor of [warehouse, clerk, technician])
      await refused('APPROVAL_REQUIRED', given, [lost], actor);
    const held = await books().write((tx) => addAccount(tx, 'technician', '负责人', leader2.personId));
    const own = await issued(books(), shop, [{ partId: shop.pumpId }], { holderAccountId: held });
    const ownLine = { ...lost, issueLineId: own.issueLineIds[0] ?? '' };
    await refused('OWN_REQUISITION', own, [ownLine], leader2);
    await clear(books(), own, [ownLine], leader);

    const scrapId = await books().write((tx) => wellKnownAccount(tx, 'scrap'));
    const before = await balanceOf(books(), scrapId, shop.pumpId);
    await clear(books(), given, [lost], leader);
    const after = await balanceOf(books(), scrapId, shop.pumpId);
    expect([after.quantity - before.quantity, after.valueFen - before.valueFen]).toEqual([1000, 86_000]);
    expect((await tagsOf(books(), issueLineId)).map((tag) => [tag.state, tag.waiveReason])).toEqual([
      ['waived', 'lost'],
      ['due', ''],
    ]);
    const shown = await books().read((tx) => requisitionDetail(tx, { id: given.id }));
    expect(shown.clearings).toMatchObject([
      { kind: 'lost', quantity: 1000, reason: '途中丢失', personName: 'leader', reportNumber: '' },
    ]);
    const [row] = await books().read((tx) =>
      tx.db.select().from(clearings).where(eq(clearings.issueLineId, issueLineId)),
    );
    expect(row).toMatchObject({ chargeFen: 43_000, approvedBy: leader.personId });
  });

  test('while a back order is open, what is cleared does not end the requisition', async () => {
    const shop = await openShop(books());
    const asked = await approved(books(), shop, [{ partId: shop.pumpId, quantity: 9000 }]);
    const [lineId = ''] = asked.lineIds;
    const given = await books().write(
      (tx) =>
        issueParts(tx, {
          ...asked,
          lines: [{ requisitionLineId: lineId, partId: shop.pumpId, accountId: shop.binId, quantity: 1000 }],
        }),
      books().actors.warehouse,
    );
    const shown = await books().read((tx) => requisitionDetail(tx, { id: asked.id }));
    const issueLineId = shown.issues[0]?.lines[0]?.id ?? '';
    await clear(books(), given, [{ kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId }]);
    expect((await rowOf(books(), asked.id)).state).toBe('partlyIssued');
  });
});
