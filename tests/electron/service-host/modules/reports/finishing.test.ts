import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { caseEvents, cases } from '#host/schema/cases.tables.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { searchIds } from '#host/desks/search/search.queries.ts';
import {
  draftReport,
  editReport,
  finishReport,
  reopenReport,
  voidReport,
} from '#host/modules/reports/reports.service.ts';
import { recordReading } from '#host/modules/units/units.readings.service.ts';
import { readings } from '#host/schema/units.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { clear, issued, openShop, type Shop } from '../requisitions/parts-shop.ts';
import { drafted, filledIn, finished, hourMs, pageOf, refused, rowOf } from './workshop.ts';

onBothEngines('finishing a report', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });
  const pumpLine = (issueLineId: string | undefined, quantity = 1000) => ({
    partId: shop.pumpId,
    issueLineId: issueLineId ?? '',
    quantity,
    reason: '轴封漏水',
  });
  const caseOf = async () => {
    const [row] = await books().read((tx) => tx.db.select().from(cases).where(eq(cases.id, shop.caseId)));
    return row;
  };
  const readingsOf = () =>
    books().read((tx) => tx.db.select().from(readings).where(eq(readings.unitId, shop.unitId)));

  describe('a draft', () => {
    test('knows what the case knows: symptom, unit, last reading, who drew the parts', async () => {
      await books().write((tx) =>
        recordReading(tx, {
          unitId: shop.unitId,
          day: '2026-10-30',
          mileageKm: 186_000,
          operatingHours: null,
          source: 'desk',
          counterReplaced: false,
        }),
      );
      await issued(books(), shop, [{ partId: shop.pumpId }]);
      const draft = await books().write((tx) => draftReport(tx, { caseId: shop.caseId }));
      expect(draft.number).toMatch(/^FB-T\d{4}$/);
      expect(await pageOf(books(), draft.id)).toMatchObject({
        state: 'draft',
        customerName: '市第二公交公司',
        symptom: '起步后水温高报警',
        mileageKm: 186_000,
        technicianNames: ['technician'],
        createdByName: 'clerk',
        lines: [],
        missing: ['finishTime', 'cause', 'work', 'parts'],
        contentHash: '',
        checkCode: '',
      });
      expect(await caseOf()).toMatchObject({ state: 'inService' });
    });

    test('a technician who begins it did the work, as long as nobody drew parts', async () => {
      expect(await pageOf(books(), (await drafted(books(), shop)).id)).toMatchObject({
        technicianNames: ['technician'],
      });
      const byClerk = await books().write((tx) => draftReport(tx, { caseId: shop.caseId }));
      expect(await pageOf(books(), byClerk.id)).toMatchObject({ technicianNames: [] });
    });

    test('is not begun on a case that nobody knows or that was put away', async () => {
      await expect(books().write((tx) => draftReport(tx, { caseId: newId() }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
        facts: { kind: 'case' },
      });
      await books().write((tx) =>
        tx.db.update(cases).set({ state: 'closed' }).where(eq(cases.id, shop.caseId)),
      );
      await expect(drafted(books(), shop)).rejects.toMatchObject({
        code: 'WRONG_STATE',
        facts: { state: 'closed' },
      });
    });
  });

  describe('the finish', () => {
    test('is refused while something lacks, and says what', async () => {
      const draft = await drafted(books(), shop);
      const finish = (report: typeof draft) => (tx: Parameters<typeof finishReport>[0]) =>
        finishReport(tx, report);
      expect(
        await refused(books(), 'REPORT_INCOMPLETE', draft.id, finish(draft), books().actors.technician),
      ).toEqual({
        missing: ['finishTime', 'cause', 'work', 'parts'],
      });
      const ahead = await filledIn(books(), draft, { finishedAt: books().now() + 2 * hourMs });
      expect(
        await refused(books(), 'REPORT_INCOMPLETE', draft.id, finish(ahead), books().actors.technician),
      ).toEqual({
        missing: ['finishTimeAhead'],
      });
    });

    test('gives the final number once and seals what the paper says', async () => {
      const { issueLineIds } = await issued(books(), shop, [{ partId: shop.pumpId }]);
      const report = await finished(books(), shop, { lines: [pumpLine(issueLineIds[0])] });
      expect(report.number).toMatch(/^FB202611-\d{4}$/);
      const row = await rowOf(books(), report.id);
      expect(row).toMatchObject({
        state: 'finished',
        number: report.number,
        sealedContent: {
          number: report.number,
          customerName: '市第二公交公司',
          lines: [{ partName: '水泵总成' }],
        },
      });
      expect(row.contentHash).toMatch(/^[0-9a-f]{64}$/);
      expect(await pageOf(books(), report.id)).toMatchObject({ missing: [], printedAsHeld: false });
      expect((await books().read((tx) => searchIds(tx, 'report', report.number))).rows).toEqual([report.id]);
      const events = await books().read((tx) =>
        tx.db.select().from(caseEvents).where(eq(caseEvents.documentId, report.id)),
      );
      expect(events.map((event) => event.text).toSorted()).toEqual(['draft', 'finished']);
      await refused(books(), 'WRONG_STATE', report.id, (tx) => finishReport(tx, report));
      await refused(books(), 'WRONG_STATE', report.id, (tx) =>
        editReport(tx, { ...report, ...emptyReport, technicianIds: [] }),
      );
    });

    test('sees that a listed part was given back since', async () => {
      const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
      const [issueLineId = ''] = given.issueLineIds;
      const edited = await filledIn(books(), await drafted(books(), shop), {
        lines: [pumpLine(issueLineId, 2000)],
      });
      await clear(books(), given, [{ kind: 'returned', issueLineId, quantity: 1000, accountId: shop.binId }]);
      const facts = await refused(
        books(),
        'MORE_THAN_ISSUED',
        edited.id,
        (tx) => finishReport(tx, edited),
        books().actors.technician,
      );
      expect(facts).toMatchObject({ openQuantity: 1000 });
    });

    test('notes the reading; opened again, the reading is taken back and the right one may be lower', async () => {
      const report = await finished(books(), shop, { mileageKm: 1_864_000 });
      expect(await readingsOf()).toMatchObject([{ mileageKm: 1_864_000, source: report.number }]);
      const draft = await books().write((tx) => reopenReport(tx, { ...report, reason: '里程多写一个零' }));
      expect(await readingsOf()).toEqual([]);
      const edited = await filledIn(books(), draft, { mileageKm: 186_400 });
      const again = await books().write((tx) => finishReport(tx, edited), books().actors.technician);
      expect(again.number).toBe(report.number);
      expect(await readingsOf()).toMatchObject([{ mileageKm: 186_400, source: report.number }]);
    });

    test('refuses a reading that runs backwards, unless the counter was replaced', async () => {
      await finished(books(), shop, { mileageKm: 186_400 });
      const edited = await filledIn(books(), await drafted(books(), shop), { mileageKm: 300 });
      await refused(
        books(),
        'READING_BELOW_LAST',
        edited.id,
        (tx) => finishReport(tx, edited),
        books().actors.technician,
      );
      await books().write(
        (tx) => finishReport(tx, { ...edited, counterReplaced: true }),
        books().actors.technician,
      );
      expect((await readingsOf()).map((reading) => String(reading.mileageKm)).toSorted()).toEqual([
        '186400',
        '300',
      ]);
    });
  });

  describe('opened again', () => {
    test('the report keeps its number; the reason is in the trail and in the story of the case', async () => {
      const report = await finished(books(), shop);
      const reason = '处理经过写错';
      const draft = await books().write((tx) => reopenReport(tx, { ...report, reason }));
      expect(draft.number).toBe(report.number);
      expect(await rowOf(books(), report.id)).toMatchObject({
        state: 'draft',
        number: report.number,
        sealedContent: null,
        contentHash: '',
        printedHash: '',
      });
      const [entry] = await books().read((tx) =>
        tx.db
          .select()
          .from(auditEntries)
          .where(and(eq(auditEntries.subjectId, report.id), eq(auditEntries.act, 'reports.reopen'))),
      );
      expect(entry).toMatchObject({ before: { state: 'finished' }, after: { state: 'draft', reason } });
      const told = await books().read((tx) =>
        tx.db.select().from(caseEvents).where(eq(caseEvents.documentId, report.id)),
      );
      expect(told.map((event) => event.text)).toContain(reason);
      await refused(books(), 'WRONG_STATE', report.id, (tx) => reopenReport(tx, { ...draft, reason }));
      const again = await books().write((tx) => finishReport(tx, draft), books().actors.technician);
      expect(again.number).toBe(report.number);
    });
  });

  describe('voided', () => {
    test('a final number goes into the register, a provisional one does not', async () => {
      const draft = await drafted(books(), shop);
      await books().write((tx) => voidReport(tx, { ...draft, reason: '重复' }), books().actors.leader);
      const report = await finished(books(), shop);
      await books().write((tx) => voidReport(tx, { ...report, reason: '开错服务单' }), books().actors.leader);
      const register = await books().read((tx) =>
        tx.db.select().from(voidedNumbers).where(eq(voidedNumbers.documentKind, 'report')),
      );
      expect(register.filter((row) => row.documentId === draft.id)).toEqual([]);
      expect(register.filter((row) => row.documentId === report.id)).toMatchObject([
        { number: report.number, reason: '开错服务单', personId: books().actors.leader.personId },
      ]);
      expect(await pageOf(books(), report.id)).toMatchObject({ state: 'void', voidReason: '开错服务单' });
      expect(await readingsOf()).toMatchObject([{ voidedAt: books().now(), voidReason: '开错服务单' }]);
      await refused(books(), 'WRONG_STATE', report.id, (tx) => voidReport(tx, { ...report, reason: 'x' }));
      await refused(books(), 'NOT_FOUND', report.id, (tx) =>
        voidReport(tx, { id: newId(), version: 1, reason: 'x' }),
      );
    });
  });
});
