import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { todayContract } from '#shared/contract/today.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { openCase } from '#host/modules/cases/cases.service.ts';
import { recordContact } from '#host/modules/contacts/contacts.service.ts';
import { requisitions } from '#host/schema/requisitions.tables.ts';
import { listReports } from '#host/modules/reports/reports.queries.ts';
import { reportSupplements, serviceReports } from '#host/schema/reports.tables.ts';
import { todayCounters } from '#host/views/today.counters.queries.ts';
import { rowsAtMost, todayPage } from '#host/views/today.queries.ts';
import { inOneLine, partsSummary } from '#host/views/today.rules.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { addFleet, addIssue, addRequisition } from '../modules/cases/case-fixtures.ts';

const dayMs = 86_400_000;

test.each([
  [[], ''],
  [['水泵'], '水泵'],
  [['水泵', '密封圈', '节温器'], '水泵 +2'],
])('%j in one line', (names, summary) => {
  expect(partsSummary(names)).toBe(summary);
  expect(inOneLine(['粤B', null, '', '公交'])).toBe('粤B · 公交');
});

async function report(
  books: Books,
  caseId: string,
  state: 'finished' | 'signed' | 'approved',
  firstPrintedAt: number | null,
) {
  return books.write(async (tx) => {
    const id = newId<'report'>(tx.now);
    await tx.db.insert(serviceReports).values({
      id,
      number: `FB-${id}`,
      state,
      caseId,
      unitId: null,
      technicianIds: [],
      mileageKm: null,
      operatingHours: null,
      arrivedAt: null,
      finishedAt: tx.now,
      symptom: '',
      cause: '',
      work: '',
      faultPlaceOpenedBefore: false,
      noPartsReplaced: true,
      feeFen: 0,
      compensation: '',
      satisfaction: null,
      customerRemarks: '',
      contentHash: '',
      printedHash: '',
      printCount: 1,
      firstPrintedAt,
      signedAt: null,
      signedBy: '',
      scanId: null,
      decidedBy: null,
      decidedAt: null,
      filedAt: null,
      createdBy: tx.actor.personId,
      createdAt: tx.now,
      version: 1,
    });
    return id;
  });
}

async function addSupplements(
  books: Books,
  reportId: string,
  states: readonly ('submitted' | 'approved')[],
): Promise<void> {
  const rows = states.map((state, index) => ({
    id: newId<'supplement'>(),
    reportId,
    ordinal: index + 1,
    state,
    text: `补充 ${index + 1}`,
    writtenAt: books.now() + index,
    decisionReason: '',
    version: 1,
  }));
  await books.write((tx) => tx.db.insert(reportSupplements).values(rows));
}

onBothEngines('today', (books) => {
  const page = (mine: boolean, actor = books().actors.clerk) =>
    books().read((tx) => todayPage(tx, { mine }), actor);
  const counters = () => books().read(todayCounters);

  test('an empty day says so in zeros', async () => {
    expect(await counters()).toEqual({
      openCases: 0,
      toApprove: 0,
      requisitionsToApprove: 0,
      toIssue: 0,
      oldPartsOverdue: 0,
      reportsNotBack: 0,
      toBeClarified: 0,
    });
    expect(await page(false)).toEqual({
      uncleared: { pieces: 0, valueFen: 0, oldestDays: 0 },
      printedNotBack: { count: 0, overSevenDays: 0 },
      openCases: [],
      toBeClarified: [],
      toApprove: [],
      oldPartsDue: [],
      belowMinimum: [],
      counts: {
        openCases: 0,
        casesWithoutOwner: 0,
        toBeClarified: 0,
        oldPartsDue: 0,
        oldPartsOverdue: 0,
        belowMinimum: 0,
      },
      casesToday: 0,
      contactsToday: 0,
    });
  });

  test('everything that waits is on the page and counted, the most urgent first', async () => {
    const { customerId, unitId } = await books().write((tx) => addFleet(tx));
    const open = (urgency: 'outOfService' | 'limping' | 'notUrgent', ownerId: string | null = null) =>
      books().write((tx) =>
        openCase(tx, {
          customerId,
          contactPersonId: null,
          unitId,
          category: 'repair',
          faultGroup: 'body',
          urgency,
          symptom: urgency,
          ownerId,
        }),
      );
    const calm = await open('notUrgent');
    books().pass(1);
    const limping = await open('limping', books().actors.technician.personId);
    books().pass(1);
    const stopped = await open('outOfService');
    const call = (telephone: string, nextCallAt: number | null) =>
      books().write((tx) =>
        recordContact(tx, {
          kind: 'call',
          direction: 'in',
          at: tx.now,
          receivedDay: null,
          senderReference: '',
          telephone,
          callerName: '',
          customerId: null,
          contactPersonId: null,
          unitId: null,
          mileageKm: null,
          operatingHours: null,
          category: 'other',
          faultGroup: null,
          urgency: 'notUrgent',
          summary: '',
          newCustomer: null,
          newUnit: null,
          outcome: { kind: 'toBeClarified', nextCallAt },
        }),
      );
    await call('1', null);
    await call('2', books().now() + 2 * dayMs);
    await call('3', books().now() + dayMs);
    const waiting = await books().write(
      (tx) => addRequisition(tx, stopped.id, 'submitted', 'LL202611-0001'),
      books().actors.technician,
    );
    const issued = await books().write(
      (tx) => addRequisition(tx, stopped.id, 'issued', 'LL202611-0002'),
      books().actors.technician,
    );
    await books().write((tx) => addIssue(tx, stopped.id, issued, '2026-10-31'));
    await books().write((tx) => addRequisition(tx, stopped.id, 'approved', 'LL202611-0003'));
    await report(books(), stopped.id, 'finished', books().now() - 8 * dayMs);
    await report(books(), stopped.id, 'finished', books().now());
    await report(books(), stopped.id, 'finished', null);
    const signed = await report(books(), stopped.id, 'signed', books().now());
    const approved = await report(books(), stopped.id, 'approved', books().now());
    await addSupplements(books(), signed, ['submitted']);
    await addSupplements(books(), approved, ['approved', 'submitted', 'submitted']);

    expect(await counters()).toEqual({
      openCases: 3,
      toApprove: 3,
      requisitionsToApprove: 1,
      toIssue: 1,
      oldPartsOverdue: 1,
      reportsNotBack: 2,
      toBeClarified: 3,
    });
    const all = await page(false);
    expect(all).toMatchObject({
      uncleared: { pieces: 1, valueFen: 27_001, oldestDays: 0 },
      printedNotBack: { count: 2, overSevenDays: 1 },
      openCases: [
        { id: stopped.id },
        { id: limping.id, ownerName: 'technician', unitPlate: '粤B·3K721D' },
        { id: calm.id },
      ],
      toBeClarified: [{ telephone: '3' }, { telephone: '2' }, { telephone: '1', nextCallAt: null }],
      toApprove: [
        { kind: 'requisition', id: waiting.id, summary: '水泵总成', amountFen: 54_000, verdict: null },
        { kind: 'report', id: signed },
        { kind: 'supplement', id: approved, summary: '补充 2' },
      ],
      oldPartsDue: [{ partName: '水泵总成', holderName: '李志强', overdue: true, ageDays: 0 }],
      counts: { openCases: 3, toBeClarified: 3, oldPartsDue: 1, oldPartsOverdue: 1, belowMinimum: 3 },
      casesToday: 3,
      contactsToday: 3,
    });
    expect(all.toApprove).toHaveLength(3);
    const toDecide = {
      filter: { toDecide: true },
      sort: { by: 'createdAt', descending: false },
      limit: 9,
    } as const;
    expect((await books().read((tx) => listReports(tx, toDecide))).rows).toHaveLength(2);
    expect(all.belowMinimum).toHaveLength(3);
    expect(todayContract.page['~orpc'].outputSchema?.safeParse(all).error).toBeUndefined();

    const technician = await page(true, books().actors.technician);
    expect(technician).toMatchObject({
      openCases: [{ id: limping.id }],
      toBeClarified: [],
      uncleared: { pieces: 1 },
      counts: { openCases: 1, toBeClarified: 0, oldPartsDue: 1, oldPartsOverdue: 1, belowMinimum: 3 },
      casesToday: 1,
      contactsToday: 0,
      printedNotBack: { count: 0 },
    });
    expect(technician.oldPartsDue).toHaveLength(1);
    expect((await page(true)).oldPartsDue).toEqual([]);
    books().pass(dayMs);
    expect(await page(false)).toMatchObject({
      casesToday: 0,
      contactsToday: 0,
      uncleared: { oldestDays: 1 },
    });
    await books().write((tx) =>
      tx.db.update(requisitions).set({ state: 'cleared' }).where(eq(requisitions.id, issued.id)),
    );
    expect((await page(false)).uncleared.pieces).toBe(0);
  });

  test('lists stay short however much waits', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    for (let index = 0; index < rowsAtMost; index += 1)
      await books().write((tx) =>
        openCase(tx, {
          customerId,
          contactPersonId: null,
          unitId: null,
          category: 'other',
          faultGroup: null,
          urgency: 'notUrgent',
          symptom: '',
          ownerId: null,
        }),
      );
    const long = await page(false);
    expect(long.openCases).toHaveLength(rowsAtMost);
    expect(long.counts.openCases).toBe(3 + rowsAtMost);
    expect((await counters()).openCases).toBe(3 + rowsAtMost);
  });
});
