import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { reportsContract } from '#shared/contract/reports.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { listReplaceable } from '#host/modules/reports/report-lines.queries.ts';
import { voidReport } from '#host/modules/reports/reports.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { emptyReport } from '#tests/support/plain-records.ts';
import { addCase, clear, issued, openShop, type Shop } from '../requisitions/parts-shop.ts';
import { drafted, filledIn, pageOf } from './workshop.ts';

onBothEngines('writing a report', (books) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(books());
  });
  const technician = () => books().actors.technician;
  const pumpLine = (issueLineId: string | undefined, quantity = 1000) => ({
    partId: shop.pumpId,
    issueLineId: issueLineId ?? '',
    quantity,
    reason: '轴封漏水',
  });

  describe('lines', () => {
    test('are offered from what was issued, with the fault and the tag of the old part', async () => {
      const { issueLineIds } = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
      const offered = await books().read((tx) => listReplaceable(tx, { caseId: shop.caseId }));
      expect(offered).toMatchObject([
        {
          issueLineId: issueLineIds[0],
          partName: '水泵总成',
          openQuantity: 2000,
          fault: '漏水',
          holderName: '李志强',
        },
      ]);
      expect(offered[0]?.oldPartNumber).toMatch(/^JJ\S+ JJ\S+$/);
      const draft = await drafted(books(), shop);
      await filledIn(books(), draft, { lines: [pumpLine(issueLineIds[0])] });
      expect(await books().read((tx) => listReplaceable(tx, { caseId: shop.caseId }))).toMatchObject([
        { openQuantity: 1000 },
      ]);
    });

    test('never list more than was issued, over all reports of the case and what came back', async () => {
      const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 3000 }]);
      const [issueLineId] = given.issueLineIds;
      await filledIn(books(), await drafted(books(), shop), { lines: [pumpLine(issueLineId)] });
      const second = await drafted(books(), shop);
      const fill = (lines: ReturnType<typeof pumpLine>[]) => filledIn(books(), second, { lines });
      await expect(fill([pumpLine(issueLineId, 2001)])).rejects.toMatchObject({
        code: 'MORE_THAN_ISSUED',
        facts: { openQuantity: 2000 },
      });
      await expect(fill([pumpLine(issueLineId, 1500), pumpLine(issueLineId, 501)])).rejects.toMatchObject({
        code: 'MORE_THAN_ISSUED',
        facts: { openQuantity: 2000 },
      });
      await clear(books(), given, [
        { kind: 'returned', issueLineId: issueLineId ?? '', quantity: 1000, accountId: shop.binId },
      ]);
      await expect(fill([pumpLine(issueLineId, 1001)])).rejects.toMatchObject({
        facts: { openQuantity: 1000 },
      });
      const saved = await fill([pumpLine(issueLineId, 1000)]);
      // Written again, a report does not stand in its own way.
      expect(await filledIn(books(), saved, { lines: [pumpLine(issueLineId, 1000)] })).toMatchObject({
        version: saved.version + 1,
      });
      expect(await books().read((tx) => listReplaceable(tx, { caseId: shop.caseId }))).toEqual([]);
    });

    test('what a voided report listed is free again', async () => {
      const { issueLineIds } = await issued(books(), shop, [{ partId: shop.pumpId }]);
      const first = await filledIn(books(), await drafted(books(), shop), {
        lines: [pumpLine(issueLineIds[0])],
      });
      await books().write((tx) => voidReport(tx, { ...first, reason: '写错了车' }), books().actors.leader);
      await filledIn(books(), await drafted(books(), shop), { lines: [pumpLine(issueLineIds[0])] });
    });

    test('of another case, of another part, or of nothing at all are refused', async () => {
      const { issueLineIds } = await issued(books(), shop, [{ partId: shop.pumpId }]);
      const otherCase = await books().write((tx) => addCase(tx, shop));
      const elsewhere = await drafted(books(), { caseId: otherCase });
      const here = await drafted(books(), shop);
      const issueLine = { code: 'NOT_FOUND', facts: { kind: 'issueLine' } };
      await expect(
        filledIn(books(), elsewhere, { lines: [pumpLine(issueLineIds[0])] }),
      ).rejects.toMatchObject({
        code: 'DOES_NOT_BELONG',
        facts: { kind: 'issueLine', ofKind: 'report', of: elsewhere.number },
      });
      await expect(filledIn(books(), here, { lines: [pumpLine(newId())] })).rejects.toMatchObject(issueLine);
      const otherPart = { ...pumpLine(issueLineIds[0]), partId: newId() };
      await expect(filledIn(books(), here, { lines: [otherPart] })).rejects.toMatchObject(issueLine);
      const unknownPart = { partId: newId(), issueLineId: null, quantity: 1000, reason: '' };
      await expect(filledIn(books(), here, { lines: [unknownPart] })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        facts: { kind: 'part' },
      });
    });

    test('of what the customer had need no issue', async () => {
      const line = { partId: shop.pumpId, issueLineId: null, quantity: 1500, reason: '客户自备' };
      const saved = await filledIn(books(), await drafted(books(), shop), { lines: [line] });
      expect((await pageOf(books(), saved.id)).lines).toMatchObject([{ ...line, oldPartNumber: '' }]);
    });
  });

  describe('an edit', () => {
    test('keeps rare characters as they are and tells the audit trail fields and lines', async () => {
      const rare = '𠮷䶮㛃 "\'\\ <script>alert(1)</script> 🚌\n第二行';
      const line = {
        partId: shop.pumpId,
        issueLineId: null,
        quantity: 1000,
        reason: rare.split('\n')[0] ?? '',
      };
      const draft = await drafted(books(), shop);
      const saved = await filledIn(books(), draft, {
        symptom: rare,
        cause: rare,
        compensation: '🚌',
        lines: [line],
      });
      expect(await pageOf(books(), saved.id)).toMatchObject({
        symptom: rare,
        cause: rare,
        compensation: '🚌',
        lines: [{ reason: line.reason }],
      });
      const [entry] = await books().read((tx) =>
        tx.db
          .select()
          .from(auditEntries)
          .where(and(eq(auditEntries.subjectId, saved.id), eq(auditEntries.act, 'reports.edit'))),
      );
      expect(entry).toMatchObject({
        personName: 'technician',
        before: { cause: '', lines: [] },
        after: { cause: rare, lines: [line] },
      });
    });

    test('of what somebody else saved meanwhile is refused, and nothing of it stays', async () => {
      const draft = await drafted(books(), shop);
      await filledIn(books(), draft, { cause: '第一人' });
      await expect(filledIn(books(), draft, { cause: '第二人' })).rejects.toMatchObject({
        code: 'CHANGED_MEANWHILE',
        facts: { by: 'technician', current: { cause: '第一人', version: 2 } },
      });
      expect(await pageOf(books(), draft.id)).toMatchObject({ cause: '第一人', version: 2 });
    });

    test('names people the books know, each once', async () => {
      const draft = await drafted(books(), shop);
      await expect(filledIn(books(), draft, { technicianIds: [newId()] })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        facts: { kind: 'person' },
      });
      const [one, two] = [technician().personId ?? '', books().actors.quality.personId ?? ''];
      const saved = await filledIn(books(), draft, { technicianIds: [two, one, two] });
      expect((await pageOf(books(), saved.id)).technicianNames).toEqual(['quality', 'technician']);
    });

    test('is held to the bounds of the contract', () => {
      const schema = reportsContract.edit['~orpc'].inputSchema;
      const faults = (over: object) =>
        schema?.['~standard'].validate({
          operationId: newId(),
          id: newId(),
          version: 1,
          technicianIds: [],
          ...emptyReport,
          ...over,
        });
      const line = { partId: newId(), issueLineId: null, quantity: 1000, reason: '' };
      expect(faults({})).not.toHaveProperty('issues');
      for (const bad of [
        { feeFen: -1 },
        { feeFen: 0.5 },
        { mileageKm: 1e9 },
        { finishedAt: '2026-11-23' },
        { technicianIds: ['x'] },
        { symptom: 'a\u0000b' },
        { symptom: 'x'.repeat(4001) },
        { compensation: 'a\nb' },
        { satisfaction: 'delighted' },
        { lines: [{ ...line, quantity: 0 }] },
        { lines: Array.from({ length: 201 }, () => line) },
        { more: 1 },
      ]) {
        expect(faults(bad), JSON.stringify(bad).slice(0, 80)).toHaveProperty('issues');
      }
    });
  });
});
