import { expect, test } from 'vitest';
import { closeRest } from '#host/modules/requisitions/clearing.service.ts';
import { allowOverLimit } from '#host/modules/requisitions/deciding.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { listRequisitions, requisitionDetail } from '#host/modules/requisitions/requisitions.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertPart } from '#tests/support/plain-rows.ts';
import { approved, expectRefused, issued, openShop, rowOf, stockUp } from './parts-shop.ts';

const day = 86_400_000;

onBothEngines('limits of issuing', (books) => {
  test('a holder over the limit draws nothing more until a leader allows it', async () => {
    const shop = await openShop(books());
    const { warehouse, leader } = books().actors;
    const dearId = await books().write(async (tx) => {
      const id = await insertPart(tx);
      await stockUp(tx, id, shop.binId, 2000, 1_000_002);
      return id;
    });
    await issued(books(), shop, [{ partId: dearId, quantity: 1000 }]);
    const asked = await approved(books(), shop);
    const issue = (of: { id: string; version: number }) => (tx: Parameters<typeof issueParts>[0]) =>
      issueParts(tx, {
        id: of.id,
        version: of.version,
        lines: [
          {
            requisitionLineId: asked.lineIds[0] ?? '',
            partId: shop.pumpId,
            accountId: shop.binId,
            quantity: 1000,
          },
        ],
      });
    const refusal = await expectRefused(books(), 'HOLDER_OVER_LIMIT', issue(asked), warehouse);
    expect(refusal.facts).toEqual({
      holder: '李志强',
      valueFen: 500_001,
      limitFen: 500_000,
      ageDays: 0,
      limitDays: 30,
    });
    const shown = await books().read((tx) => requisitionDetail(tx, { id: asked.id }));
    expect(shown.holder).toMatchObject({ overLimit: true, unclearedFen: 500_001, unclearedQuantity: 1000 });
    const stopped = async () => {
      const { rows } = await books().read((tx) =>
        listRequisitions(tx, {
          filter: { states: ['approved'] },
          sort: { by: 'createdAt', descending: false },
          limit: 10,
        }),
      );
      return rows.map((row) => [row.id, row.overLimit]);
    };
    expect(await stopped()).toEqual([[asked.id, true]]);
    const allowed = await books().write((tx) => allowOverLimit(tx, { ...asked, reason: '用户停运' }), leader);
    expect(await stopped()).toEqual([[asked.id, false]]);
    await books().write(issue(allowed), warehouse);
    expect((await rowOf(books(), asked.id)).state).toBe('issued');
  });

  test('something too old stops new issues as well', async () => {
    const shop = await openShop(books());
    await issued(books(), shop, [{ partId: shop.pumpId }]);
    books().pass(30 * day);
    const inTime = await issued(books(), shop, [{ partId: shop.pumpId }]);
    books().pass(day);
    const asked = await approved(books(), shop);
    const refusal = await expectRefused(
      books(),
      'HOLDER_OVER_LIMIT',
      (tx) =>
        issueParts(tx, {
          ...asked,
          lines: [
            {
              requisitionLineId: asked.lineIds[0] ?? '',
              partId: shop.pumpId,
              accountId: shop.binId,
              quantity: 1000,
            },
          ],
        }),
      books().actors.warehouse,
    );
    expect(refusal.facts).toMatchObject({ ageDays: 31, limitDays: 30 });
    expect(inTime.issueNumber).toMatch(/^CK202612-/);
  });

  test('the rest of an order ends when it is needed no more', async () => {
    const shop = await openShop(books());
    const asked = await approved(books(), shop, [{ partId: shop.pumpId, quantity: 3000 }]);
    const line = {
      requisitionLineId: asked.lineIds[0] ?? '',
      partId: shop.pumpId as string,
      accountId: shop.binId as string,
      quantity: 1000,
    };
    const given = await books().write(
      (tx) => issueParts(tx, { ...asked, lines: [line] }),
      books().actors.warehouse,
    );
    await expectRefused(
      books(),
      'CHANGED_MEANWHILE',
      (tx) => closeRest(tx, { ...asked, reason: '够了' }),
      books().actors.clerk,
    );
    const ended = await books().write((tx) => closeRest(tx, { ...given, reason: '够了' }));
    expect(await rowOf(books(), asked.id)).toMatchObject({
      state: 'issued',
      restClosed: true,
      notes: '够了',
    });
    await expectRefused(
      books(),
      'WRONG_STATE',
      (tx) => issueParts(tx, { ...ended, lines: [line] }),
      books().actors.warehouse,
    );
    const whole = await approved(books(), shop);
    await books().write((tx) => closeRest(tx, { ...whole, reason: '不修了' }));
    expect(await rowOf(books(), whole.id)).toMatchObject({ state: 'cleared', restClosed: true });
  });
});
