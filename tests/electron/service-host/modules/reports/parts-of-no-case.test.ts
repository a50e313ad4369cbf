import { expect, test } from 'vitest';
import { listReplaceable } from '#host/modules/reports/report-lines.queries.ts';
import { listReports } from '#host/modules/reports/reports.queries.ts';
import { approveReport, signReport } from '#host/modules/reports/report-signing.service.ts';
import { finishReport } from '#host/modules/reports/reports.service.ts';
import { draftRequisition, submitRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { insertUnit } from '#tests/support/plain-rows.ts';
import { clear, expectRefused, issued, openShop, rowOf, wish } from '../requisitions/parts-shop.ts';
import { drafted, filledIn, printed, scanOf, signature } from './workshop.ts';

const ofNoCase = { caseId: null, purpose: 'stock' } as const;

onBothEngines('parts drawn for no case', (books) => {
  test('are offered to the report of whoever carries them, and cleared as installed by it', async () => {
    const shop = await openShop(books());
    const { technician, leader } = books().actors;
    const given = await issued(books(), shop, [{ partId: shop.pumpId, oldPartRequired: false }], ofNoCase);
    const me = technician.personId ?? '';
    const offers = (technicianIds: readonly string[]) =>
      books().read((tx) => listReplaceable(tx, { caseId: shop.caseId, technicianIds }));
    expect(await offers([leader.personId ?? ''])).toEqual([]);
    expect(await offers([me])).toMatchObject([{ issueLineId: given.issueLineIds[0], openQuantity: 1000 }]);

    const line = {
      partId: shop.pumpId,
      issueLineId: given.issueLineIds[0] ?? '',
      quantity: 1000,
      reason: '漏水',
    };
    const draft = await drafted(books(), shop);
    const ofAnother = { technicianIds: [leader.personId ?? ''], lines: [line] };
    await expect(filledIn(books(), draft, ofAnother)).rejects.toMatchObject({ code: 'DOES_NOT_BELONG' });
    const edited = await filledIn(books(), draft, { technicianIds: [me], lines: [line] });
    const report = await books().write((tx) => finishReport(tx, edited), technician);
    await printed(books(), report);
    books().pass(60_000);
    const scanId = await scanOf(books(), report);
    const signed = await books().write((tx) =>
      signReport(tx, { ...signature(books(), report, scanId), signedAt: books().now() }),
    );
    await books().write((tx) => approveReport(tx, signed), leader);
    const listing = await books().read((tx) =>
      listReports(tx, {
        filter: { requisitionId: given.id },
        sort: { by: 'createdAt', descending: true },
        limit: 10,
      }),
    );
    expect(listing.rows.map(({ id }): string => id)).toEqual([report.id]);
    await clear(books(), given, [
      { kind: 'installed', issueLineId: line.issueLineId, quantity: 1000, reportId: report.id },
    ]);
    expect((await rowOf(books(), given.id)).state).toBe('cleared');
  });

  test('for another unit are not offered and not taken', async () => {
    const shop = await openShop(books());
    const otherId = await books().write((tx) => insertUnit(tx, shop));
    const { technician } = books().actors;
    const given = await issued(books(), shop, [{ partId: shop.pumpId }], { ...ofNoCase, unitId: otherId });
    const technicianIds = [technician.personId ?? ''];
    const offered = await books().read((tx) => listReplaceable(tx, { caseId: shop.caseId, technicianIds }));
    expect(offered).toEqual([]);
    const line = {
      partId: shop.pumpId,
      issueLineId: given.issueLineIds[0] ?? '',
      quantity: 1000,
      reason: '',
    };
    await expect(
      filledIn(books(), await drafted(books(), shop), { technicianIds, lines: [line] }),
    ).rejects.toMatchObject({ code: 'DOES_NOT_BELONG', facts: { kind: 'issueLine' } });
  });

  test('under warranty want a case before they are asked for', async () => {
    const shop = await openShop(books());
    const { technician } = books().actors;
    const draft = await books().write(
      (tx) => draftRequisition(tx, { ...wish(shop), caseId: null }),
      technician,
    );
    await expectRefused(books(), 'CASE_REQUIRED', (tx) => submitRequisition(tx, draft), technician);
  });
});
