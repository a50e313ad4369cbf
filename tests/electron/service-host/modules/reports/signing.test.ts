import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { attachments } from '#host/schema/attachments.tables.ts';
import { voidAttachment } from '#host/desks/attachments/attachments.service.ts';
import { customers } from '#host/schema/customers.tables.ts';
import { parts } from '#host/schema/parts.tables.ts';
import { people } from '#host/schema/people.tables.ts';
import { signReport } from '#host/modules/reports/report-signing.service.ts';
import { editReport, finishReport, reopenReport, voidReport } from '#host/modules/reports/reports.service.ts';
import { serviceReports } from '#host/schema/reports.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { issued, openShop, type Shop } from '../requisitions/parts-shop.ts';
import {
  drafted,
  filledIn,
  finished,
  hourMs,
  listed,
  pageOf,
  paperOf,
  printed,
  refused,
  rowOf,
  scanOf,
  signature,
  signed,
} from './workshop.ts';

onBothEngines('signing a report', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });
  const leader = () => books().actors.leader;

  describe('a print', () => {
    test('of a draft is refused with what lacks; of a void report, too', async () => {
      const draft = await drafted(books(), shop);
      await expect(printed(books(), draft)).rejects.toMatchObject({
        code: 'REPORT_INCOMPLETE',
        facts: { missing: ['finishTime', 'cause', 'work', 'parts'] },
      });
      await books().write((tx) => voidReport(tx, { ...draft, reason: 'x' }), leader());
      await expect(printed(books(), draft)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    });

    test('is counted on the report: the first, then the second', async () => {
      const report = await finished(books(), shop);
      expect(await listed(books(), { printedNotBack: true, caseId: shop.caseId })).toEqual([]);
      expect(await printed(books(), report)).toMatchObject({ ordinal: 1 });
      const firstPrintedAt = books().now();
      books().pass(60_000);
      expect(await printed(books(), report)).toMatchObject({ ordinal: 2 });
      expect(await pageOf(books(), report.id)).toMatchObject({
        printCount: 2,
        firstPrintedAt,
        printedAsHeld: true,
        version: report.version,
      });
      expect(await listed(books(), { printedNotBack: true, caseId: shop.caseId })).toMatchObject([
        { id: report.id },
      ]);
    });
  });

  describe('a signature is refused', () => {
    test('before the paper was there, and with a scan that was there before it', async () => {
      const report = await finished(books(), shop);
      const unready = await scanOf(books(), report);
      books().pass(60_000);
      const printedAt = books().now();
      await printed(books(), report);
      books().pass(3 * 60_000);
      const scanId = await scanOf(books(), report);
      const early = { ...signature(books(), report, scanId), signedAt: printedAt - 60_000 };
      expect(await refused(books(), 'SIGNED_BEFORE_PRINT', report.id, (tx) => signReport(tx, early))).toEqual(
        { printedAt },
      );
      const old = signature(books(), report, unready);
      expect(await refused(books(), 'SCAN_TOO_OLD', report.id, (tx) => signReport(tx, old))).toEqual({
        fileName: 'scan.png',
        printedAt,
      });
      // The minute is what a person knows of the print.
      const atPrint = { ...signature(books(), report, scanId), signedAt: printedAt - (printedAt % 60_000) };
      await books().write((tx) => signReport(tx, atPrint));
    });

    test('before the finish time, and in the future', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const sign = signature(books(), report, await scanOf(books(), report));
      const { finishedAt } = await rowOf(books(), report.id);
      const early = { ...sign, signedAt: (finishedAt ?? 0) - 1 };
      expect(
        await refused(books(), 'SIGNED_BEFORE_FINISH', report.id, (tx) => signReport(tx, early)),
      ).toEqual({ finishedAt });
      const late = { ...sign, signedAt: books().now() + hourMs };
      expect(await refused(books(), 'INVALID_INPUT', report.id, (tx) => signReport(tx, late))).toEqual({
        issues: [{ path: 'signedAt', code: 'inFuture' }],
      });
      expect(await books().write((tx) => signReport(tx, sign))).toMatchObject({ number: report.number });
    });

    test('without a scan of this very report that holds: none, of another, voided, a recording, a photo', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const other = await finished(books(), shop);
      const voided = await scanOf(books(), report);
      await books().write((tx) =>
        tx.db.update(attachments).set({ voidedAt: tx.now }).where(eq(attachments.id, voided)),
      );
      const photo = await scanOf(books(), report);
      await books().write((tx) =>
        tx.db.update(attachments).set({ purpose: 'photo' }).where(eq(attachments.id, photo)),
      );
      const scans = [
        ['NOT_FOUND', newId()],
        ['DOES_NOT_BELONG', await scanOf(books(), other)],
        ['SCAN_REQUIRED', voided],
        ['SCAN_REQUIRED', photo],
        ['SCAN_REQUIRED', await scanOf(books(), report, 'audio/mpeg')],
      ] as const;
      for (const [code, scanId] of scans) {
        const sign = signature(books(), report, scanId);
        await refused(books(), code, report.id, (tx) => signReport(tx, sign));
      }
    });

    test('before it was printed, and after it was written anew until it is printed again', async () => {
      const report = await finished(books(), shop);
      const scanId = await scanOf(books(), report);
      const unprinted = signature(books(), report, scanId);
      await refused(books(), 'NOT_PRINTED', report.id, (tx) => signReport(tx, unprinted));
      await printed(books(), report);
      const draft = await books().write((tx) => reopenReport(tx, { ...report, reason: '写错' }));
      await refused(books(), 'WRONG_STATE', report.id, (tx) => signReport(tx, { ...unprinted, ...draft }));
      const edited = await filledIn(books(), draft, { cause: '水泵壳体有砂眼' });
      const again = await books().write((tx) => finishReport(tx, edited), books().actors.technician);
      const anew = signature(books(), again, scanId);
      await refused(books(), 'CONTENT_CHANGED', report.id, (tx) => signReport(tx, anew));
      books().pass(60_000);
      expect(await printed(books(), report)).toMatchObject({ ordinal: 2 });
      // The scan shows the paper that was written wrong.
      const now = { ...anew, signedAt: books().now() };
      await refused(books(), 'SCAN_TOO_OLD', report.id, (tx) => signReport(tx, now));
      const scanOfNow = await scanOf(books(), report);
      await books().write((tx) => signReport(tx, { ...now, scanId: scanOfNow }));
    });

    test('of what somebody changed in the books behind our back', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const { sealedContent } = await rowOf(books(), report.id);
      if (sealedContent === null) throw new Error('it is sealed');
      await books().write((tx) =>
        tx.db
          .update(serviceReports)
          .set({ sealedContent: { ...sealedContent, feeFen: 99_900 } })
          .where(eq(serviceReports.id, report.id)),
      );
      const sign = signature(books(), report, await scanOf(books(), report));
      await refused(books(), 'CONTENT_CHANGED', report.id, (tx) => signReport(tx, sign));
      await expect(printed(books(), report)).rejects.toMatchObject({ code: 'CONTENT_CHANGED' });
    });

    test('when somebody else changed the report meanwhile', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const sign = { ...signature(books(), report, await scanOf(books(), report)), version: 1 };
      await refused(books(), 'CHANGED_MEANWHILE', report.id, (tx) => signReport(tx, sign));
    });
  });

  describe('once signed', () => {
    test('nothing in it changes, whatever is renamed in the books', async () => {
      const { issueLineIds } = await issued(books(), shop, [{ partId: shop.pumpId }]);
      const line = {
        partId: shop.pumpId,
        issueLineId: issueLineIds[0] ?? '',
        quantity: 1000,
        reason: '漏水',
      };
      const report = await signed(books(), shop, { lines: [line] });
      for (const act of [
        (tx: WriteTx) => editReport(tx, { ...report, ...emptyReport, technicianIds: [] }),
        (tx: WriteTx) => finishReport(tx, report),
        (tx: WriteTx) => reopenReport(tx, { ...report, reason: 'x' }),
        (tx: WriteTx) => voidReport(tx, { ...report, reason: 'x' }),
      ]) {
        await refused(books(), 'REPORT_FROZEN', report.id, act);
      }
      const before = await paperOf(books(), report.id);
      const page = await pageOf(books(), report.id);
      await books().write(async (tx) => {
        await tx.db.update(customers).set({ name: '新名公司' }).where(eq(customers.id, shop.customerId));
        await tx.db.update(parts).set({ name: '新名水泵' }).where(eq(parts.id, shop.pumpId));
        const { personId } = books().actors.technician;
        await tx.db
          .update(people)
          .set({ name: '新名师傅' })
          .where(eq(people.id, personId ?? ''));
      });
      expect(await paperOf(books(), report.id)).toEqual(before);
      expect(before.data).toMatchObject({
        customerName: '市第二公交公司',
        lines: [{ partName: '水泵总成' }],
        satisfaction: 'satisfied',
        customerRemarks: '修得快',
      });
      expect(await pageOf(books(), report.id)).toEqual({
        ...page,
        createdByName: '新名师傅',
        ownerName: '新名师傅',
      });
      expect(await listed(books(), { caseId: shop.caseId })).toMatchObject([
        { customerName: '市第二公交公司' },
      ]);
      await books().write((tx) =>
        tx.db
          .update(people)
          .set({ name: 'technician' })
          .where(eq(people.id, books().actors.technician.personId ?? '')),
      );
    });

    test('the scan it was signed with cannot be voided; another one can', async () => {
      const report = await signed(books(), shop);
      const { scanId } = await rowOf(books(), report.id);
      const voiding = (id: string) => (tx: WriteTx) => voidAttachment(tx, { id, reason: '重扫' });
      await refused(books(), 'REPORT_FROZEN', report.id, voiding(scanId ?? ''), leader());
      const other = await scanOf(books(), report);
      await books().write(voiding(other), leader());
    });

    test('what the customer thinks stands on the paper, and before the signature it does not', async () => {
      const report = await finished(books(), shop, {
        satisfaction: 'satisfied',
        customerRemarks: '预先填的',
      });
      expect((await paperOf(books(), report.id)).data).toMatchObject({ customerRemarks: '' });
      expect((await paperOf(books(), report.id)).data).not.toHaveProperty('satisfaction');
    });
  });
});
