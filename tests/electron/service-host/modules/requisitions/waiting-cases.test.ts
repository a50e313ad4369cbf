import { expect, test } from 'vitest';
import { caseDocuments, unfinishedOf } from '#host/roll/case-documents.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { moveCase } from '#host/modules/cases/cases.service.ts';
import { closeRest } from '#host/modules/requisitions/clearing.service.ts';
import { rejectRequisition } from '#host/modules/requisitions/deciding.service.ts';
import { issueParts } from '#host/modules/requisitions/issuing.service.ts';
import { voidRequisition, withdrawRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { approved, issued, openShop, submitted, type Shop } from './parts-shop.ts';

const reason = '不需要了';

onBothEngines('a case that waits for parts', (books) => {
  const stateOf = async ({ caseId }: Shop) =>
    (await books().read((tx) => getCase(tx, { id: caseId as string }, caseDocuments))).state;
  test('goes back to where it was once its requisition is rejected, withdrawn or void', async () => {
    for (const end of [
      (asked: { id: string; version: number }) =>
        books().write((tx) => rejectRequisition(tx, { ...asked, reason }), books().actors.leader),
      (asked: { id: string; version: number }) =>
        books().write((tx) => withdrawRequisition(tx, { ...asked, reason: '' }), books().actors.technician),
      (asked: { id: string; version: number }) =>
        books().write((tx) => voidRequisition(tx, { ...asked, reason }), books().actors.technician),
    ]) {
      const shop = await openShop(books());
      const { version } = await books().read((tx) =>
        getCase(tx, { id: shop.caseId as string }, caseDocuments),
      );
      books().pass(60_000);
      await books().write((tx) =>
        moveCase(tx, { id: shop.caseId as string, version, state: 'contacted', reason: '' }, unfinishedOf),
      );
      books().pass(60_000);
      const asked = await submitted(books(), shop);
      expect(await stateOf(shop)).toBe('awaitingParts');
      await end(asked);
      expect(await stateOf(shop)).toBe('contacted');
    }
  });

  test('waits on while another of its requisitions waits', async () => {
    const shop = await openShop(books());
    const asked = await submitted(books(), shop);
    await submitted(books(), shop);
    await books().write((tx) => rejectRequisition(tx, { ...asked, reason }), books().actors.leader);
    expect(await stateOf(shop)).toBe('awaitingParts');
  });

  test('is served once everything was handed out, or the rest is needed no more', async () => {
    const whole = await openShop(books());
    await issued(books(), whole, [{ partId: whole.pumpId }]);
    expect(await stateOf(whole)).toBe('inService');

    const part = await openShop(books());
    const asked = await approved(books(), part, [{ partId: part.pumpId, quantity: 2000 }]);
    const [requisitionLineId = ''] = asked.lineIds;
    const line = { requisitionLineId, partId: part.pumpId, accountId: part.binId, quantity: 1000 };
    const { version } = await books().write(
      (tx) => issueParts(tx, { ...asked, lines: [line] }),
      books().actors.warehouse,
    );
    expect(await stateOf(part)).toBe('awaitingParts');
    await books().write((tx) => closeRest(tx, { id: asked.id, version, reason }), books().actors.leader);
    expect(await stateOf(part)).toBe('inService');
  });
});
