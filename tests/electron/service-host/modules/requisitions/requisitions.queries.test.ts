import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import type { Verdict } from '#shared/domain/states.ts';
import {
  requisitionDetail as requisitionOutput,
  requisitionRow,
} from '#shared/contract/requisitions.rows.ts';
import { receiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { holderState, listHolders, listUncleared } from '#host/modules/requisitions/holders.queries.ts';
import { listRequisitions, requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import { draftRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { warrantyJudgements } from '#host/schema/warranty.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import {
  addAccount,
  addCase,
  allowInstead,
  approved,
  clear,
  issued,
  openShop,
  stockUp,
  submitted,
  tagsOf,
  wish,
  type Shop,
} from './parts-shop.ts';

const day = 86_400_000;

const judge = (books: Books, shop: Shop, verdict: Verdict, overruledVerdict: Verdict | null = null) =>
  books.write(async (tx) => {
    const id = newId<'judgement'>();
    await tx.db.insert(warrantyJudgements).values({
      id,
      number: `PD-${id}`,
      unitId: shop.unitId,
      componentGroupCode: 'chassis',
      componentGroupName: '底盘',
      basisDay: '2026-11-01',
      exclusions: [],
      verdict,
      reasons: [],
      overruledVerdict,
      overruleReason: '',
      at: tx.now,
      version: 1,
    });
    return id;
  });

onBothEngines('what is asked about requisitions', (books) => {
  const list = (
    filter: Parameters<typeof listRequisitions>[1]['filter'],
    more: { limit?: number; after?: string; descending?: boolean } = {},
  ) =>
    books().read((tx) =>
      listRequisitions(tx, {
        filter,
        sort: { by: 'createdAt', descending: more.descending ?? true },
        limit: more.limit ?? 50,
        after: more.after,
      }),
    );

  test('the list filters by state, holder, case and text, and pages by key', async () => {
    const shop = await openShop(books());
    const draft = await books().write((tx) => draftRequisition(tx, wish(shop)));
    books().pass(1000);
    const waiting = await submitted(books(), shop);
    books().pass(1000);
    const done = await approved(books(), shop);
    const idsOf = async (filter: Parameters<typeof list>[0]) =>
      (await list({ caseId: shop.caseId, ...filter })).rows.map((row): string => row.id);
    expect(await idsOf({})).toEqual([done.id, waiting.id, draft.id]);
    expect(await idsOf({ states: ['submitted', 'draft'] })).toEqual([waiting.id, draft.id]);
    expect(await idsOf({ states: [] })).toEqual([done.id, waiting.id, draft.id]);
    expect(await idsOf({ holderAccountId: shop.holderId })).toHaveLength(3);
    expect(await idsOf({ holderAccountId: shop.binId })).toEqual([]);
    expect(await idsOf({ text: done.number })).toEqual([done.id]);
    expect(await idsOf({ text: '粤B3K721D' })).toHaveLength(3);
    expect(await idsOf({ text: 'lzq' })).toHaveLength(3);
    expect(await idsOf({ text: '第二公交' })).toHaveLength(3);
    expect(await idsOf({ text: '没有这个' })).toEqual([]);
    const first = await list({ caseId: shop.caseId }, { limit: 2, descending: false });
    const rest = await list(
      { caseId: shop.caseId },
      { limit: 2, descending: false, after: first.next ?? '' },
    );
    expect([...first.rows, ...rest.rows].map((row) => row.id)).toEqual([draft.id, waiting.id, done.id]);
    expect(rest.next).toBeNull();
    for (const row of first.rows) expect(requisitionRow.safeParse(row).error).toBeUndefined();
    expect(first.rows[1]).toMatchObject({
      holderName: '李志强',
      customerName: '市第二公交公司',
      unitPlate: '粤B·3K721D',
      lineCount: 1,
      amountFen: 86_000,
      submittedByName: 'technician',
      verdict: null,
      overLimit: false,
    });
  });

  test('the worst verdict stands in the list, with what a leader overruled', async () => {
    const shop = await openShop(books());
    const covered = await judge(books(), shop, 'covered');
    const overruled = await judge(books(), shop, 'notCovered', 'covered');
    const undecided = await judge(books(), shop, 'undecided');
    const verdictOf = async (...judgements: (string | null)[]) => {
      const draft = await books().write((tx) =>
        draftRequisition(
          tx,
          wish(
            shop,
            judgements.map((judgementId) => ({ partId: shop.pumpId, judgementId })),
          ),
        ),
      );
      const { rows } = await list({ caseId: shop.caseId });
      return rows.find((row) => row.id === draft.id)?.verdict;
    };
    expect(await verdictOf(covered, null)).toBe('covered');
    expect(await verdictOf(covered, overruled)).toBe('covered');
    expect(await verdictOf(overruled, undecided)).toBe('undecided');
    expect(await verdictOf()).toBeNull();
  });

  test('the detail shows stock, bins, substitutes and the case, as the contract says', async () => {
    const shop = await openShop(books());
    const [thermostatId, otherId, blockedId] = await books().write(async (tx) => {
      const ids = [
        await insertPart(tx, { name: '节温器' }),
        await insertPart(tx, { name: '节温器代用' }),
        await insertPart(tx, { qualityState: 'blocked' }),
      ] as const;
      await allowInstead(tx, ids[0], ids[1]);
      await allowInstead(tx, ids[0], ids[2]);
      await stockUp(tx, ids[1], shop.otherBinId, 6000, 6000);
      return ids;
    });
    const asked = await approved(books(), shop, [
      { partId: shop.pumpId, quantity: 2000 },
      { partId: thermostatId },
    ]);
    const shown = await books().read((tx) => requisitionDetail(tx, { id: asked.id }));
    expect(requisitionOutput.safeParse(shown).error).toBeUndefined();
    expect(shown).toMatchObject({
      number: asked.number,
      symptom: '起步后水温高报警',
      customerName: '市第二公交公司',
      mileageKm: null,
      holder: { name: '李志强', overLimit: false, limitFen: 500_000, limitDays: 30 },
      decidedByName: 'leader',
      lines: [
        {
          // Five are there, two of them promised to this very requisition.
          availableQuantity: 3000,
          bins: [{ accountId: shop.binId, quantity: 5000 }],
          substitutes: [],
          earlier: null,
        },
        { availableQuantity: -1000, bins: [], substitutes: [{ partId: otherId, availableQuantity: 6000 }] },
      ],
    });
    expect(shown.unitName).toMatch(/^粤B·3K721D/);
    expect(shown.lines[1]?.substitutes.map((one) => one.partId)).not.toContain(blockedId);
    await expect(books().read((tx) => requisitionDetail(tx, { id: newId() }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('what was replaced on the same unit before is shown with its old part, unless it came back unused', async () => {
    const shop = await openShop(books());
    const [hoseId, betterHoseId, beltId] = await books().write(async (tx) => {
      const ids = [await insertPart(tx), await insertPart(tx), await insertPart(tx)] as const;
      await allowInstead(tx, ids[0], ids[1]);
      for (const id of ids) await stockUp(tx, id, shop.binId, 9000, 9000);
      return ids;
    });
    await issued(books(), shop, [{ partId: shop.pumpId }]);
    books().pass(2 * day);
    const second = await issued(books(), shop, [
      { partId: shop.pumpId },
      { partId: betterHoseId },
      { partId: beltId },
    ]);
    const belt = second.issueLineIds[2] ?? '';
    await clear(books(), second, [
      { kind: 'returned', issueLineId: belt, quantity: 1000, accountId: shop.binId },
    ]);
    books().pass(19 * day);
    const now = { ...shop, caseId: await books().write((tx) => addCase(tx, shop)) };
    const lines = [{ partId: shop.pumpId }, { partId: hoseId }, { partId: betterHoseId }, { partId: beltId }];
    const asked = await submitted(books(), now, lines);
    const earlier = async () =>
      (await books().read((tx) => requisitionDetail(tx, { id: asked.id }))).lines.map((line) => line.earlier);
    const [pump, hose, betterHose, unused] = await earlier();
    expect(pump).toMatchObject({ daysAgo: 19, caseNumber: `FW-${shop.caseId}`, oldPartState: 'due' });
    expect(hose).toBeNull();
    expect(betterHose).toMatchObject({ daysAgo: 19 });
    expect(unused).toBeNull();
    const [tag] = await tagsOf(books(), second.issueLineIds[0] ?? '');
    const scan = { scanned: tag?.number ?? '', storeAccountId: null };
    await books().write((tx) => receiveOldPart(tx, scan), books().actors.warehouse);
    expect((await earlier())[0]).toMatchObject({ oldPartState: 'in' });
    const otherBus = await openShop(books());
    const elsewhere = await submitted(books(), otherBus, [{ partId: shop.pumpId }]);
    const shown = await books().read((tx) => requisitionDetail(tx, { id: elsewhere.id }));
    expect(shown.lines[0]?.earlier).toBeNull();
  });

  test('holders are shown by value with the ages of what they hold, and their open lines oldest first', async () => {
    const shop = await openShop(books());
    const stationId = await books().write((tx) => addAccount(tx, 'station', '温州站'));
    const old = await issued(books(), shop, [{ partId: shop.pumpId }]);
    books().pass(25 * day);
    await issued(books(), shop, [{ partId: shop.pumpId, oldPartRequired: false }], { purpose: 'stock' });
    await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }], {
      holderAccountId: stationId,
      caseId: null,
      purpose: 'stock',
    });
    books().pass(7 * day);
    const holders = await books().read((tx) => listHolders(tx));
    const own = holders.filter((one) => [shop.holderId, stationId].includes(one.accountId));
    expect(
      own.map(({ name, kind, unclearedFen, oldestDays, byAge, overLimit }) => [
        name,
        kind,
        unclearedFen,
        oldestDays,
        overLimit,
        byAge,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['李志强', 'technician', 172_000, 32, true, { upTo7Days: 1000, upTo30Days: 0, older: 1000 }],
        ['温州站', 'station', 172_000, 7, false, { upTo7Days: 2000, upTo30Days: 0, older: 0 }],
      ]),
    );
    expect(holders.map((one) => one.unclearedFen)).toEqual(
      holders.map((one) => one.unclearedFen).toSorted((one, other) => other - one),
    );
    const open = await books().read((tx) => listUncleared(tx, { accountId: shop.holderId }));
    expect(open.map((line) => [line.ageDays, line.openQuantity, line.valueFen, line.oldPartState])).toEqual([
      [32, 1000, 86_000, 'due'],
      [7, 1000, 86_000, null],
    ]);
    expect(open[0]).toMatchObject({
      requisitionId: old.id,
      requisitionNumber: old.number,
      unitOfMeasure: '件',
    });
    const { rows } = await list({ holderAccountId: shop.holderId });
    expect(rows.every((row) => row.overLimit)).toBe(true);

    const [issueLineId = ''] = old.issueLineIds;
    await clear(books(), old, [{ kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId }]);
    expect(await books().read((tx) => holderState(tx, shop.holderId))).toMatchObject({
      unclearedFen: 86_000,
      unclearedQuantity: 1000,
      oldestDays: 7,
      overLimit: false,
    });
    await expect(books().read((tx) => holderState(tx, newId()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await books().read((tx) => listUncleared(tx, { accountId: shop.binId }))).toEqual([]);
  });
});
