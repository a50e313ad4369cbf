import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { WriteTx } from '#host/database/database.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { nameDeputy } from '#host/modules/people/people.service.ts';
import { approveReport, fileReport, signReport } from '#host/modules/reports/report-signing.service.ts';
import { paperHashes } from '#host/modules/reports/paper-hashes.rules.ts';
import { checkCodeOf, reportQrText } from '#host/modules/reports/reports.rules.ts';
import {
  draftReport,
  finishReport,
  takeOverReport,
  reopenReport,
  voidReport,
} from '#host/modules/reports/reports.service.ts';
import { reportSupplements, serviceReports } from '#host/schema/reports.tables.ts';
import { addSupplement, decideSupplement } from '#host/modules/reports/supplements.service.ts';
import { verifyPaper } from '#host/modules/reports/verify-paper.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { openShop, type Shop } from '../requisitions/parts-shop.ts';
import {
  filledIn,
  finished,
  listed,
  pageOf,
  paperOf,
  printed,
  refused,
  rowOf,
  scanOf,
  signature,
  signed,
  type Saved,
} from './workshop.ts';

onBothEngines('approving a report', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });
  const leader = () => books().actors.leader;
  const verify = (qrText: string) => books().read((tx) => verifyPaper(tx, { qrText }));

  describe('the approval', () => {
    test('is refused to the writer, to those who did the work, and to those without the right', async () => {
      const begun = await books().write((tx) => draftReport(tx, { caseId: shop.caseId }), leader());
      const taken = await books().write((tx) => takeOverReport(tx, begun), books().actors.technician);
      const byLeader = await signedFrom(await filledIn(books(), taken));
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
      expect((await listed(books(), { toDecide: true })).map((row) => row.id)).toContain(report.id);
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
      expect((await listed(books(), { toDecide: true })).map((row) => row.id)).not.toContain(report.id);
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
      expect((await paperOf(books(), report.id)).data).toMatchObject({ supplements: [] });
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
      expect((await paperOf(books(), report.id)).data).toMatchObject({
        supplements: [{ ordinal: 1, text: '原因应为壳体砂眼', writtenBy: 'leader', approvedBy: 'leader2' }],
      });
      expect((await rowOf(books(), report.id)).contentHash).toBe(contentHash);
      expect((await pageOf(books(), report.id)).supplements).toMatchObject([
        { state: 'approved' },
        { state: 'rejected', decisionReason: '不属实', decidedByName: 'leader2' },
      ]);
    });

    test('is in the code of the paper: an older paper lacks it, another text is found out', async () => {
      const report = await signed(books(), shop);
      await printed(books(), report);
      const codes = [(await paperOf(books(), report.id)).qrText ?? ''];
      for (const text of ['里程应为 186,500 km', '第二号']) {
        const { id } = await books().write((tx) => addSupplement(tx, { reportId: report.id, text }));
        expect(await verify(codes.at(-1)!)).toMatchObject({ current: true, lackingSupplements: 0 });
        books().pass(60_000);
        await books().write(
          (tx) => decideSupplement(tx, { id, version: 1, approved: true, reason: '' }),
          books().actors.leader2,
        );
        await printed(books(), report);
        codes.push((await paperOf(books(), report.id)).qrText ?? '');
      }
      expect(new Set(codes).size).toBe(3);
      expect(await Promise.all(codes.map(verify))).toMatchObject([
        { genuine: true, current: false, lackingSupplements: 2 },
        { genuine: true, current: false, lackingSupplements: 1 },
        { genuine: true, current: true, lackingSupplements: 0 },
      ]);
      const { checkCode } = await pageOf(books(), report.id);
      expect((await paperOf(books(), report.id)).checkCode).toBe(checkCode);
      expect(await verify(`${report.number} ${checkCode}`)).toMatchObject({ current: true });
      // Somebody who gets at the file of the books writes another text under the approval.
      await books().write((tx) =>
        tx.db
          .update(reportSupplements)
          .set({ text: '里程应为 86,500 km' })
          .where(and(eq(reportSupplements.reportId, report.id), eq(reportSupplements.ordinal, 1))),
      );
      expect(await verify(codes[2]!)).toMatchObject({ genuine: true, current: false });
    });

    test('waits on the list of the leaders, long after the report was filed', async () => {
      const report = await signed(books(), shop);
      const approved = await books().write((tx) => approveReport(tx, report), leader());
      await books().write((tx) => fileReport(tx, approved), leader());
      await books().write((tx) => addSupplement(tx, { reportId: report.id, text: '补' }));
      expect(await listed(books(), { toDecide: true, caseId: shop.caseId })).toMatchObject([
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
    test('agrees with nothing as long as it was never printed', async () => {
      const report = await finished(books(), shop);
      const { contentHash } = await rowOf(books(), report.id);
      const unprinted = reportQrText(report.number, contentHash);
      expect(await verify(unprinted)).toMatchObject({ genuine: false, current: false, prints: [] });
      await printed(books(), report);
      expect(await verify(unprinted)).toMatchObject({
        genuine: true,
        current: true,
        prints: [{ ordinal: 1, kept: true }],
      });
    });

    test('does not agree once fee, satisfaction or remarks were changed in the file of the books', async () => {
      const report = await signed(books(), shop);
      await printed(books(), report);
      const code = (await paperOf(books(), report.id)).qrText ?? '';
      expect(await verify(code)).toMatchObject({ current: true, coversSignature: true, isSigned: true });
      const row = await rowOf(books(), report.id);
      const past = (fields: Partial<typeof serviceReports.$inferInsert>) =>
        books().write((tx) => tx.db.update(serviceReports).set(fields).where(eq(serviceReports.id, row.id)));
      for (const fields of [
        { feeFen: 99_900 },
        { travelFeeFen: 1 },
        { work: '换了发动机' },
        { satisfaction: 'unsatisfied' as const },
        { customerRemarks: '很好' },
        { signedBy: '别人' },
      ]) {
        await past(fields);
        expect(await verify(code), JSON.stringify(fields)).toMatchObject({ genuine: true, current: false });
        await past(row);
      }
      expect(await verify(code)).toMatchObject({ current: true, changedInBooks: false });
      await past({ feeFen: 99_900 });
      expect(await verify(code)).toMatchObject({ changedInBooks: true });
    });

    test('with a code of the first version is still known by it', async () => {
      const report = await signed(books(), shop);
      const { contentHash } = await rowOf(books(), report.id);
      const [before] = paperHashes({ contentHash, signature: null, approved: [] });
      expect(before?.hash).toBe(contentHash);
      expect(await verify(reportQrText(report.number, contentHash))).toMatchObject({
        genuine: true,
        current: true,
        coversSignature: false,
        isSigned: true,
      });
    });

    test('is genuine, altered, overtaken or unknown', async () => {
      const report = await finished(books(), shop);
      await printed(books(), report);
      const { contentHash } = await rowOf(books(), report.id);
      const known = { reportId: report.id, number: report.number, lackingSupplements: 0 };
      const qr = reportQrText(report.number, contentHash);
      expect(await verify(qr)).toMatchObject({ ...known, genuine: true, current: true });
      expect(await verify(`${report.number} ${checkCodeOf(contentHash)}`)).toMatchObject({
        ...known,
        genuine: true,
        current: true,
      });
      const turned = contentHash.startsWith('0') ? `1${contentHash.slice(1)}` : `0${contentHash.slice(1)}`;
      expect(await verify(reportQrText(report.number, turned))).toMatchObject({
        ...known,
        genuine: false,
        current: false,
      });
      const missing = { reportId: null, genuine: false, current: false, lackingSupplements: 0 };
      expect(await verify(reportQrText('FB209901-0001', contentHash))).toMatchObject({
        ...missing,
        number: 'FB209901-0001',
      });
      expect(await verify('6901234567892')).toMatchObject({ ...missing, number: '' });

      const draft = await books().write((tx) => reopenReport(tx, { ...report, reason: '写错' }));
      expect(await verify(qr)).toMatchObject({ ...known, genuine: true, current: false });
      const edited = await filledIn(books(), draft, { cause: '壳体砂眼' });
      const again = await books().write((tx) => finishReport(tx, edited), books().actors.technician);
      expect(await verify(qr)).toMatchObject({ ...known, genuine: true, current: false });
      await printed(books(), again);
      await books().write((tx) => voidReport(tx, { ...again, reason: 'x' }), leader());
      const held = reportQrText(report.number, (await rowOf(books(), report.id)).contentHash);
      expect(await verify(held)).toMatchObject({ ...known, genuine: true, current: false });
    });
  });

  async function signedFrom(edited: Saved) {
    const report = await books().write((tx) => finishReport(tx, edited), books().actors.technician);
    await printed(books(), report);
    const scanId = await scanOf(books(), report);
    return books().write((tx) => signReport(tx, signature(books(), report, scanId)));
  }
});
