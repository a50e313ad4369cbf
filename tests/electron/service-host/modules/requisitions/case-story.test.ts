import { expect, test } from 'vitest';
import { caseDocuments } from '#host/roll/case-documents.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { receiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { clear, issued, openShop, tagsOf } from './parts-shop.ts';

onBothEngines('the story of a case', (books) => {
  test('tells of each issue, clearing and old part what it was about, and of no other', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
    const [issueLineId = ''] = given.issueLineIds;
    const [tag] = await tagsOf(books(), issueLineId);
    await books().write(
      (tx) => receiveOldPart(tx, { scanned: tag?.number ?? '', storeAccountId: null }),
      books().actors.warehouse,
    );
    const back = { kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId as string } as const;
    await clear(books(), given, [back]);
    await issued(books(), shop, [{ partId: shop.pumpId, quantity: 1000 }]);

    const { events } = await books().read((tx) => getCase(tx, { id: shop.caseId }, caseDocuments));
    const about = (kind: string) =>
      events
        .filter((event) => event.kind === kind)
        .map(({ holderName, parts }) => [
          holderName,
          ...parts.map(({ quantity, clearingKind }) => [quantity, clearingKind]),
        ]);
    expect(about('issue')).toEqual([
      ['李志强', [1000, null]],
      ['李志强', [2000, null]],
    ]);
    expect(about('clearing')).toEqual([['', [1000, 'returned']]]);
    expect(about('oldPart')).toEqual([['', [1000, null]]]);
    expect(events.filter(({ kind }) => kind === 'requisition').every(({ parts }) => parts.length === 0)).toBe(
      true,
    );
  });
});
