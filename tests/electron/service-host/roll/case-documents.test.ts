import { expect, test } from 'vitest';
import { receiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { documentsOfCase } from '#host/modules/relations/case-documents.queries.ts';
import { caseDocuments, unfinishedOf } from '#host/roll/case-documents.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { clear, issued, openShop, tagsOf } from '../modules/requisitions/parts-shop.ts';
import { drafted } from '../modules/reports/workshop.ts';

onBothEngines('the documents of a case', (books) => {
  test('stand against its end: what is open before what is unsigned, before what is not back', async () => {
    const shop = await openShop(books());
    const { caseId } = shop;
    const unfinished = (end: 'closed' | 'void') => books().read((tx) => unfinishedOf(tx, caseId, end));
    const documents = () => books().read((tx) => documentsOfCase(tx, caseDocuments, caseId));
    const numberOf = async (kind: 'requisition' | 'report' | 'oldPart') =>
      (await documents())[kind][0]?.number ?? kind;
    expect(await unfinished('closed')).toBeUndefined();
    expect(await unfinished('void')).toBeUndefined();

    await drafted(books(), shop);
    const report = { number: await numberOf('report'), why: 'open' };
    expect(await unfinished('closed')).toEqual(report);
    expect(await unfinished('void')).toBeUndefined();

    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 1000 }]);
    const requisition = { number: await numberOf('requisition'), why: 'open' };
    expect(await unfinished('closed')).toEqual(requisition);
    expect(await unfinished('void')).toEqual(requisition);
    expect((await documents()).issue).toMatchObject([{ state: '' }]);

    const [issueLineId = ''] = given.issueLineIds;
    const tagged = await numberOf('oldPart');
    expect(await books().read((tx) => caseDocuments.oldPart.unfinished(tx, caseId, 'closed'))).toEqual({
      number: tagged,
      why: 'notBack',
    });
    expect(await books().read((tx) => caseDocuments.oldPart.unfinished(tx, caseId, 'void'))).toBeUndefined();

    const [tag] = await tagsOf(books(), issueLineId);
    await books().write(
      (tx) => receiveOldPart(tx, { scanned: tag?.number ?? '', storeAccountId: null }),
      books().actors.warehouse,
    );
    const lost = { kind: 'lost', issueLineId, quantity: 1000, reason: '途中遗失', chargeFen: 0 } as const;
    await clear(books(), given, [lost], books().actors.leader);
    expect(await unfinished('closed')).toEqual(report);
    expect(await unfinished('void')).toEqual(requisition);
  });
});
