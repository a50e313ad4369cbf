import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents } from '#host/schema/cases.tables.ts';
import { parts } from '#host/schema/parts.tables.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import { voidRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { issueLines, issues, requisitionLines } from '#host/schema/requisitions.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import {
  addAccount,
  allowInstead,
  approved,
  balanceOf,
  expectRefused,
  issued,
  openShop,
  rowOf,
  stockUp,
  submitted,
  tagsOf,
} from './parts-shop.ts';

onBothEngines('issuing parts', (books) => {
  test('in part, the short line stays open, the rest with a registered substitute; a tag for each piece', async () => {
    const shop = await openShop(books());
    const { warehouse } = books().actors;
    const capId = await books().write(async (tx) => {
      const id = await insertPart(tx, { priceFen: 3_800, oldPartRule: 'notRequired' });
      await stockUp(tx, id, shop.binId, 2000, 7_000);
      return id;
    });
    const newPumpId = await books().write(async (tx) => {
      const id = await insertPart(tx);
      await stockUp(tx, id, shop.otherBinId, 3000, 270_000);
      await allowInstead(tx, shop.pumpId, id);
      return id;
    });
    const asked = await approved(books(), shop, [
      { partId: shop.pumpId, quantity: 7000 },
      { partId: capId, quantity: 1000, oldPartRequired: false },
    ]);
    const [pumpLine = '', capLine = ''] = asked.lineIds;
    const first = await books().write(
      (tx) =>
        issueParts(tx, {
          ...asked,
          lines: [
            { requisitionLineId: pumpLine, partId: shop.pumpId, accountId: shop.binId, quantity: 5000 },
            { requisitionLineId: capLine, partId: capId, accountId: shop.binId, quantity: 1000 },
          ],
        }),
      warehouse,
    );
    expect(first.issueNumber).toMatch(/^CK202611-\d{4}$/);
    expect(first.oldPartNumbers).toHaveLength(5);
    expect(new Set(first.oldPartNumbers).size).toBe(5);
    expect((await rowOf(books(), asked.id)).state).toBe('partlyIssued');
    expect(await balanceOf(books(), shop.holderId, shop.pumpId)).toEqual({
      quantity: 5000,
      valueFen: 430_000,
    });
    expect(await balanceOf(books(), shop.binId, shop.pumpId)).toEqual({ quantity: 0, valueFen: 0 });

    const open = await books().read((tx) => requisitionDetail(tx, { id: asked.id }));
    expect(open.lines[0]).toMatchObject({
      issuedQuantity: 5000,
      bins: [],
      substitutes: [{ partId: newPumpId, availableQuantity: 3000 }],
    });
    const second = await books().write(
      (tx) =>
        issueParts(tx, {
          ...first,
          lines: [
            { requisitionLineId: pumpLine, partId: newPumpId, accountId: shop.otherBinId, quantity: 2000 },
          ],
        }),
      warehouse,
    );
    expect((await rowOf(books(), asked.id)).state).toBe('issued');
    const [given] = await books().read((tx) =>
      tx.db.select().from(issueLines).where(eq(issueLines.issueId, second.issueId)),
    );
    expect(given).toMatchObject({ partId: newPumpId, quantity: 2000, valueFen: 180_000 });
    const tags = await tagsOf(books(), given?.id ?? '');
    // What comes off the bus is the pump that was asked for.
    expect(tags.map((tag) => [tag.partId, tag.quantity, tag.state, tag.dueDay])).toEqual([
      [shop.pumpId, 1000, 'due', '2026-12-01'],
      [shop.pumpId, 1000, 'due', '2026-12-01'],
    ]);
    expect(tags.map((tag) => tag.number)).toEqual(second.oldPartNumbers);
    const detail = await books().read((tx) => requisitionDetail(tx, { id: asked.id }));
    expect(detail.issues.map((issue) => [issue.number, issue.lines.length, issue.personName])).toEqual([
      [first.issueNumber, 2, 'warehouse'],
      [second.issueNumber, 1, 'warehouse'],
    ]);
    const events = await books().read((tx) =>
      tx.db.select().from(caseEvents).where(eq(caseEvents.caseId, shop.caseId)),
    );
    expect(
      events.flatMap((event) => (event.kind === 'issue' ? event.documentNumber : [])).toSorted(),
    ).toEqual([first.issueNumber, second.issueNumber]);
    const audit = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, asked.id)),
    );
    expect(audit.filter((entry) => entry.act === 'requisitions.issue')).toMatchObject([
      { after: { state: 'partlyIssued', issue: first.issueNumber, lines: [{ quantity: 5000 }, {}] } },
      { after: { state: 'issued', issue: second.issueNumber } },
    ]);
  });

  test('litres and long runs carry one tag', async () => {
    const shop = await openShop(books());
    const coolantId = await books().write(async (tx) => {
      const id = await insertPart(tx, { unitOfMeasure: '升', priceFen: 2_100 });
      await stockUp(tx, id, shop.binId, 200_000, 420_000);
      return id;
    });
    const asked = [
      { partId: coolantId, quantity: 12_500 },
      { partId: coolantId, quantity: 60_000 },
    ];
    const given = await issued(books(), shop, asked);
    expect(given.oldPartNumbers).toHaveLength(2);
  });

  test('what is refused leaves nothing behind', async () => {
    const shop = await openShop(books());
    const { warehouse } = books().actors;
    const addStocked = () =>
      books().write(async (tx) => {
        const id = await insertPart(tx);
        await stockUp(tx, id, shop.binId, 9000, 9000);
        return id;
      });
    const [otherId, blockedId, idleId] = [await addStocked(), await addStocked(), await addStocked()];
    const asked = await approved(books(), shop, [
      { partId: shop.pumpId, quantity: 6000 },
      { partId: idleId, quantity: 1000 },
    ]);
    await books().write(async (tx) => {
      await allowInstead(tx, shop.pumpId, blockedId);
      await tx.db.update(parts).set({ qualityState: 'blocked' }).where(eq(parts.id, blockedId));
      await tx.db.update(parts).set({ active: false }).where(eq(parts.id, idleId));
    });
    const stranger = await approved(books(), shop);
    const pump = {
      requisitionLineId: asked.lineIds[0] ?? '',
      partId: shop.pumpId as string,
      accountId: shop.binId as string,
      quantity: 1000,
    };
    const idle = { ...pump, requisitionLineId: asked.lineIds[1] ?? '', partId: idleId };
    const asMany = (...quantities: number[]) => quantities.map((quantity) => ({ ...pump, quantity }));
    const refused = [
      ['OUT_OF_STOCK', asMany(1000, 5000)],
      ['INVALID_INPUT', asMany(500)],
      ['OUT_OF_STOCK', [{ ...pump, accountId: shop.otherBinId }]],
      ['MORE_THAN_APPROVED', asMany(6001)],
      ['MORE_THAN_APPROVED', asMany(4000, 1000, 1001)],
      ['NOT_A_SUBSTITUTE', [pump, { ...pump, partId: otherId }]],
      ['PART_BLOCKED', [pump, { ...pump, partId: blockedId }]],
      ['PART_BLOCKED', [pump, idle]],
      ['ACCOUNT_NOT_USABLE', [{ ...pump, accountId: shop.holderId }]],
      ['NOT_FOUND', [{ ...pump, accountId: newId() }]],
      ['NOT_FOUND', [{ ...pump, partId: newId() }]],
      ['DOES_NOT_BELONG', [pump, { ...pump, requisitionLineId: stranger.lineIds[0] ?? '' }]],
    ] as const;
    for (const [code, lines] of refused)
      await expectRefused(books(), code, (tx) => issueParts(tx, { ...asked, lines }), warehouse);
    const short = await expectRefused(
      books(),
      'OUT_OF_STOCK',
      (tx) => issueParts(tx, { ...asked, lines: asMany(6000) }),
      warehouse,
    );
    expect(short.facts).toMatchObject({ availableQuantity: 5000, account: 'A-01' });
    await expectRefused(
      books(),
      'CHANGED_MEANWHILE',
      (tx) => issueParts(tx, { id: asked.id, version: 1, lines: [pump] }),
      warehouse,
    );
    await expectRefused(
      books(),
      'NOT_FOUND',
      (tx) => issueParts(tx, { id: newId(), version: 1, lines: [pump] }),
      warehouse,
    );
  });

  test('only what was approved is issued', async () => {
    const shop = await openShop(books());
    const { warehouse } = books().actors;
    const asked = await submitted(books(), shop);
    const lines = await books().read((tx) =>
      tx.db.select().from(requisitionLines).where(eq(requisitionLines.requisitionId, asked.id)),
    );
    const line = {
      requisitionLineId: lines[0]?.id ?? '',
      partId: shop.pumpId as string,
      accountId: shop.binId as string,
      quantity: 1000,
    };
    const issue = (of: { id: string; version: number }) => (tx: Parameters<typeof issueParts>[0]) =>
      issueParts(tx, { id: of.id, version: of.version, lines: [line] });
    await expectRefused(books(), 'NOT_APPROVED', issue(asked), warehouse);
    const gone = await books().write(
      (tx) => voidRequisition(tx, { ...asked, reason: '取消' }),
      books().actors.leader,
    );
    await expectRefused(books(), 'WRONG_STATE', issue(gone), warehouse);
    expect(await books().read((tx) => tx.db.$count(issues, eq(issues.requisitionId, asked.id)))).toBe(0);
  });

  test('a station draws on its own account', async () => {
    const shop = await openShop(books());
    const stationId = await books().write((tx) => addAccount(tx, 'station', '温州站'));
    await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }], {
      holderAccountId: stationId,
      purpose: 'stock',
      caseId: null,
    });
    expect(await balanceOf(books(), stationId, shop.pumpId)).toEqual({ quantity: 2000, valueFen: 172_000 });
  });
});
