import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import type { WriteTx } from '#host/database/database.ts';
import { attachments } from '#host/modules/attachments/attachments.tables.ts';
import { voidAttachment } from '#host/modules/attachments/attachments.service.ts';
import { cases } from '#host/modules/cases/cases.tables.ts';
import { customers } from '#host/modules/customers/customers.tables.ts';
import { parts } from '#host/modules/parts/parts.tables.ts';
import { nameDeputy } from '#host/modules/people/people.service.ts';
import { people } from '#host/modules/people/people.tables.ts';
import { fillPaper } from '#host/modules/printing-queue/paper-data.queries.ts';
import {
  approveReport,
  fileReport,
  signReport,
} from '#host/modules/service-reports/report-signing.service.ts';
import { listReports } from '#host/modules/service-reports/service-reports.queries.ts';
import { checkCodeOf, reportQrText } from '#host/modules/service-reports/service-reports.rules.ts';
import {
  draftReport,
  editReport,
  finishReport,
  reopenReport,
  voidReport,
} from '#host/modules/service-reports/service-reports.service.ts';
import { serviceReports } from '#host/modules/service-reports/service-reports.tables.ts';
import { addSupplement, decideSupplement } from '#host/modules/service-reports/supplements.service.ts';
import { verifyPaper } from '#host/modules/service-reports/verify-paper.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { issued, openShop, type Shop } from '../requisitions/parts-shop.ts';
import {
  drafted,
  filledIn,
  finished,
  hourMs,
  pageOf,
  printed,
  refused,
  rowOf,
  scanOf,
  signature,
  signed,
  type Saved,
} from './workshop.ts';

onBothEngines('signing a report', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });
  const leader = () => books().actors.leader;
  const paperOf = (id: string) => books().read((tx) => fillPaper(tx, 'service-report', id, 'zh-CN'));
  const verify = (qrText: string) => books().read((tx) => verifyPaper(tx, { qrText }));
  const listed = async (filter: Parameters<typeof listReports>[1]['filter']) => {
    const sort = { by: 'createdAt', descending: true } as const;
    const page = await books().read((tx) => listReports(tx, { sort, limit: 200, filter }));
    return page.rows;
  };

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
      expect(await listed({ printedNotBack: true, caseId: shop.caseId })).toEqual([]);
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
      expect(await listed({ printedNotBack: true, caseId: shop.caseId })).toMatchObject([{ id: report.id }]);
    });
  });

  describe('a signature is refused', () => {
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
      const atOnce = { ...sign, signedAt: finishedAt ?? 0 };
      expect(await books().write((tx) => signReport(tx, atOnce))).toMatchObject({ number: report.number });
    });

    test('without a scan of this very report that holds: none, of another, voided, a recording', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const other = await finished(books(), shop);
      const voided = await scanOf(books(), report);
      await books().write((tx) =>
        tx.db.update(attachments).set({ voidedAt: tx.now }).where(eq(attachments.id, voided)),
      );
      for (const scanId of [
        newId(),
        await scanOf(books(), other),
        voided,
        await scanOf(books(), report, 'audio/mpeg'),
      ]) {
        const sign = signature(books(), report, scanId);
        await refused(books(), 'SCAN_REQUIRED', report.id, (tx) => signReport(tx, sign));
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
      const again = await books().write((tx) => finishReport(tx, edited));
      const anew = signature(books(), again, scanId);
      await refused(books(), 'CONTENT_CHANGED', report.id, (tx) => signReport(tx, anew));
      expect(await printed(books(), report)).toMatchObject({ ordinal: 2 });
      await books().write((tx) => signReport(tx, anew));
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
      const before = await paperOf(report.id);
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
      expect(await paperOf(report.id)).toEqual(before);
      expect(before.data).toMatchObject({
        customerName: '市第二公交公司',
        lines: [{ partName: '水泵总成' }],
        satisfaction: 'satisfied',
        customerRemarks: '修得快',
      });
      expect(await pageOf(books(), report.id)).toEqual({ ...page, createdByName: '新名师傅' });
      expect(await listed({ caseId: shop.caseId })).toMatchObject([{ customerName: '市第二公交公司' }]);
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
      expect((await paperOf(report.id)).data).toMatchObject({ customerRemarks: '' });
      expect((await paperOf(report.id)).data).not.toHaveProperty('satisfaction');
    });
  });

  describe('the approval', () => {
    test('is refused to the writer, to those who did the work, and to those without the right', async () => {
      const begun = await books().write((tx) => draftReport(tx, { caseId: shop.caseId }), leader());
      const byLeader = await signedFrom(await filledIn(books(), begun));
      const approve = (tx: WriteTx) => approveReport(tx, byLeader);
      await refused(books(), 'OWN_REPORT', byLeader.id, approve, leader());
      await refused(books(), 'APPROVAL_REQUIRED', byLeader.id, approve);
      await books().write(approve, books().actors.leader2);

      const withLeader = await signed(books(), shop, { technicianIds: [leader().personId ?? ''] });
      await refused(books(), 'OWN_REPORT', withLeader.id, (tx) => approveReport(tx, withLeader), leader());
      const page = await pageOf(books(), withLeader.id, leader());
      expect(page).toMatchObject({ mayDecide: false, mayNotBecause: 'OWN_REPORT' });
      expect(await pageOf(books(), withLeader.id, books().actors.leader2)).toMatchObject({ mayDecide: true });
    });

    test('is refused to a deputy whose own work it is', async () => {
      const report = await signed(books(), shop);
      await books().write(
        (tx) =>
          nameDeputy(tx, {
            deputyId: books().actors.technician.personId ?? '',
            fromDay: '2026-11-01',
            untilDay: '2026-11-30',
          }),
        leader(),
      );
      await refused(
        books(),
        'OWN_REPORT',
        report.id,
        (tx) => approveReport(tx, report),
        books().actors.technician,
      );
    });

    test('solves the case; then the report is filed', async () => {
      const report = await signed(books(), shop);
      expect((await listed({ toDecide: true })).map((row) => row.id)).toContain(report.id);
      await refused(books(), 'WRONG_STATE', report.id, (tx) => fileReport(tx, report), leader());
      const approved = await books().write((tx) => approveReport(tx, report), leader());
      const [found] = await books().read((tx) => tx.db.select().from(cases).where(eq(cases.id, shop.caseId)));
      expect(found).toMatchObject({ state: 'resolved', resolvedAt: books().now() });
      await refused(books(), 'WRONG_STATE', report.id, (tx) => approveReport(tx, approved), leader());
      await books().write((tx) => fileReport(tx, approved), leader());
      expect(await pageOf(books(), report.id)).toMatchObject({
        state: 'filed',
        decidedByName: 'leader',
        filedAt: books().now(),
      });
      expect((await listed({ toDecide: true })).map((row) => row.id)).not.toContain(report.id);
    });
  });

  describe('a supplement', () => {
    test('is numbered, decided by a leader who did not write it, and printed with the report', async () => {
      const report = await signed(books(), shop);
      const write = (text: string) =>
        books().write((tx) => addSupplement(tx, { reportId: report.id, text }), leader());
      const first = await write('原因应为壳体砂眼');
      const second = await write('𠮷 第二号');
      expect([first.ordinal, second.ordinal]).toEqual([1, 2]);
      const decide = (id: string, approved: boolean, reason = '') => ({ id, version: 1, approved, reason });
      await refused(
        books(),
        'OWN_REPORT',
        report.id,
        (tx) => decideSupplement(tx, decide(first.id, true)),
        leader(),
      );
      await refused(
        books(),
        'REASON_REQUIRED',
        report.id,
        (tx) => decideSupplement(tx, decide(second.id, false)),
        books().actors.leader2,
      );
      expect((await pageOf(books(), report.id, leader())).supplements).toMatchObject([
        { ordinal: 1, state: 'submitted', writtenByName: 'leader', mayDecide: false },
        { ordinal: 2, mayDecide: false },
      ]);
      expect((await paperOf(report.id)).data).toMatchObject({ supplements: [] });
      const { contentHash } = await rowOf(books(), report.id);
      await books().write((tx) => decideSupplement(tx, decide(first.id, true)), books().actors.leader2);
      await books().write(
        (tx) => decideSupplement(tx, decide(second.id, false, '不属实')),
        books().actors.leader2,
      );
      await refused(
        books(),
        'WRONG_STATE',
        report.id,
        (tx) => decideSupplement(tx, decide(first.id, false, 'x')),
        books().actors.leader2,
      );
      expect((await paperOf(report.id)).data).toMatchObject({
        supplements: [{ ordinal: 1, text: '原因应为壳体砂眼', writtenBy: 'leader', approvedBy: 'leader2' }],
      });
      expect((await rowOf(books(), report.id)).contentHash).toBe(contentHash);
      expect((await pageOf(books(), report.id)).supplements).toMatchObject([
        { state: 'approved' },
        { state: 'rejected', decisionReason: '不属实', decidedByName: 'leader2' },
      ]);
    });

    test('waits on the list of the leaders, long after the report was filed', async () => {
      const report = await signed(books(), shop);
      const approved = await books().write((tx) => approveReport(tx, report), leader());
      await books().write((tx) => fileReport(tx, approved), leader());
      await books().write((tx) => addSupplement(tx, { reportId: report.id, text: '补' }));
      expect(await listed({ toDecide: true, caseId: shop.caseId })).toMatchObject([
        { id: report.id, state: 'filed', supplementsToDecide: 1 },
      ]);
    });

    test('is of no use before the signature', async () => {
      const report = await finished(books(), shop);
      await refused(books(), 'WRONG_STATE', report.id, (tx) =>
        addSupplement(tx, { reportId: report.id, text: 'x' }),
      );
    });
  });

  describe('a paper that comes back', () => {
    test('is genuine, altered, overtaken or unknown', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const { contentHash } = await rowOf(books(), report.id);
      const known = { reportId: report.id, number: report.number };
      const qr = reportQrText(report.number, contentHash);
      expect(await verify(qr)).toEqual({ ...known, genuine: true, current: true });
      expect(await verify(`${report.number} ${checkCodeOf(contentHash)}`)).toEqual({
        ...known,
        genuine: true,
        current: true,
      });
      const turned = contentHash.startsWith('0') ? `1${contentHash.slice(1)}` : `0${contentHash.slice(1)}`;
      expect(await verify(reportQrText(report.number, turned))).toEqual({
        ...known,
        genuine: false,
        current: false,
      });
      const missing = { reportId: null, genuine: false, current: false };
      expect(await verify(reportQrText('FB209901-0001', contentHash))).toEqual({
        ...missing,
        number: 'FB209901-0001',
      });
      expect(await verify('6901234567892')).toEqual({ ...missing, number: '' });

      const draft = await books().write((tx) => reopenReport(tx, { ...report, reason: '写错' }));
      expect(await verify(qr)).toEqual({ ...known, genuine: true, current: false });
      const edited = await filledIn(books(), draft, { cause: '壳体砂眼' });
      const again = await books().write((tx) => finishReport(tx, edited));
      expect(await verify(qr)).toEqual({ ...known, genuine: true, current: false });
      await books().write((tx) => voidReport(tx, { ...again, reason: 'x' }), leader());
      const held = reportQrText(report.number, (await rowOf(books(), report.id)).contentHash);
      expect(await verify(held)).toEqual({ ...known, genuine: true, current: false });
    });
  });

  async function signedFrom(edited: Saved) {
    const report = await books().write((tx) => finishReport(tx, edited), books().actors.technician);
    await printed(books(), report);
    const scanId = await scanOf(books(), report);
    return books().write((tx) => signReport(tx, signature(books(), report, scanId)));
  }
});
