import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { todayContract } from '#shared/contract/today.contract.ts';
import { listHolders } from '#host/modules/requisitions/holders.queries.ts';
import { dayOf } from '#shared/domain/days.ts';
import { newId } from '#shared/domain/ids.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { openCase } from '#host/modules/cases/cases.service.ts';
import { recordContact } from '#host/modules/contacts/contacts.service.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { requisitions } from '#host/schema/requisitions.tables.ts';
import { listReports } from '#host/modules/reports/reports.queries.ts';
import { reportSupplements, serviceReports } from '#host/schema/reports.tables.ts';
import { receipts, stockBalances } from '#host/schema/stock.tables.ts';
import { todayCards } from '#host/roll/today-cards.ts';
import { todayCounters } from '#host/views/today/counters.queries.ts';
import { cardsFor, rowsAtMost, todayPageOf } from '#host/views/today/page.queries.ts';
import { inOneLine, partsSummary } from '#host/views/today/today.rules.ts';
import { insertAccount } from '#tests/support/plain-rows.ts';
import { onBothEngines, openBooks, type Books } from '#tests/support/books.ts';
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

type CardName = keyof typeof todayCards;
const names = Object.keys(todayCards) as CardName[];

test.each(names)('the card %s has its name in both languages', (name) => {
  for (const language of ['zh-CN', 'en'] as const)
    expect(translateAny(language, `today.card_${name}`)).toBeDefined();
});

async function addDraftReceipt(books: Books): Promise<void> {
  await books.write(async (tx) => {
    const id = newId<'receipt'>();
    await tx.db.insert(receipts).values({
      id,
      number: `RK-${id}`,
      state: 'draft',
      purpose: 'purchase',
      supplier: '玉柴股份',
      deliveryNote: '',
      day: '2026-11-01',
      specificationChecked: false,
      quantityChecked: false,
      qualityChecked: false,
      notes: '',
      createdBy: tx.actor.personId,
      createdAt: tx.now,
      voidReason: '',
      version: 1,
    });
  }, books.actors.warehouse);
}

onBothEngines('today', (books) => {
  const page = (mine: boolean, actor = books().actors.clerk) =>
    books().read((tx) => todayPageOf(todayCards)(tx, { mine }), actor);
  const counters = () => books().read(todayCounters);
  const asked = (name: CardName, mine = false, actor = books().actors.clerk) =>
    books().read(async (tx) => {
      const { all, late, amountFen } = await todayCards[name].count(tx, mine);
      return { all, late, amountFen, rows: await todayCards[name].rows(tx, mine, rowsAtMost) };
    }, actor);
  const openOne = (
    urgency: 'outOfService' | 'limping' | 'notUrgent',
    customerId: string,
    ownerId: string | null,
  ) =>
    books().write((tx) =>
      openCase(tx, {
        customerId,
        contactPersonId: null,
        unitId: null,
        category: 'repair',
        faultGroup: 'body',
        urgency,
        symptom: urgency,
        ownerId,
      }),
    );

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
    const { cards, ...figures } = await page(false);
    expect(figures).toEqual({ casesToday: 0, contactsToday: 0 });
    expect(cards.map(({ count, lateCount, rows }) => [count, lateCount, rows])).toEqual(
      cards.map(() => [0, 0, []]),
    );
  });

  test('everything that waits is on a card and counted, late first', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    const technician = books().actors.technician;
    const nobodys = (id: string) =>
      books().write((tx) => tx.db.update(cases).set({ ownerId: null }).where(eq(cases.id, id)));
    const calm = await openOne('notUrgent', customerId, null);
    await nobodys(calm.id);
    books().pass(1);
    const limping = await openOne('limping', customerId, technician.personId);
    books().pass(1);
    const stopped = await openOne('outOfService', customerId, null);
    await nobodys(stopped.id);
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
    await call('3', books().now() + dayMs / 2);
    const waiting = await books().write(
      (tx) => addRequisition(tx, stopped.id, 'submitted', 'LL202611-0001'),
      technician,
    );
    const issued = await books().write(
      (tx) => addRequisition(tx, stopped.id, 'issued', 'LL202611-0002'),
      technician,
    );
    await books().write((tx) => addIssue(tx, stopped.id, issued, '2026-10-31'));
    await books().write((tx) => addRequisition(tx, stopped.id, 'approved', 'LL202611-0003'));
    const refused = await books().write(
      (tx) => addRequisition(tx, stopped.id, 'rejected', 'LL202611-0004'),
      technician,
    );
    await addDraftReceipt(books());
    const notBack = await report(books(), stopped.id, 'finished', books().now() - 8 * dayMs);
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
    expect(await asked('openCases')).toMatchObject({
      all: 3,
      rows: [
        { id: stopped.id, marks: [{ word: 'states.urgency_outOfService', tone: 'late' }, {}] },
        { id: limping.id, who: 'technician' },
        { id: calm.id, who: '' },
      ],
    });
    expect(await asked('casesWithoutOwner', true)).toMatchObject({
      all: 2,
      rows: [{ id: stopped.id }, { id: calm.id }],
    });
    expect(await asked('heldContacts')).toMatchObject({
      all: 3,
      late: 0,
      rows: [{ about: '3' }, { about: '2' }, { about: '1', dueAt: null }],
    });
    const decisions = await asked('approvals', false, books().actors.leader);
    expect(decisions).toMatchObject({ all: 5, amountFen: 54_000 });
    expect(decisions.rows).toHaveLength(5);
    expect(decisions.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'requisition',
          id: waiting.id,
          summary: '水泵总成 · 市第二公交公司 · 李志强',
          amountFen: 54_000,
        }),
        expect.objectContaining({ kind: 'report', id: signed }),
        expect.objectContaining({ kind: 'report', id: approved, summary: '补充 2' }),
      ]),
    );
    expect(await asked('toIssue')).toMatchObject({
      all: 1,
      rows: [{ number: 'LL202611-0003', summary: '水泵总成', marks: [{ word: 'today.stockShort' }] }],
    });
    expect(await asked('sentBack')).toMatchObject({ all: 1, rows: [{ id: refused.id, who: 'technician' }] });
    expect(await asked('receiptDrafts')).toMatchObject({ all: 1, rows: [{ summary: '玉柴股份' }] });
    expect(await asked('uncleared')).toMatchObject({
      all: 1,
      late: 0,
      amountFen: 27_001,
      rows: [{ id: issued.id, amountFen: 27_001, who: '李志强', isLate: false }],
    });
    expect(await asked('oldPartsDue')).toMatchObject({
      all: 1,
      late: 1,
      rows: [{ summary: '水泵总成', who: '李志强', isLate: true }],
    });
    expect(await asked('belowMinimum')).toMatchObject({
      all: 4,
      rows: [{ stock: { onHandQuantity: 0, minimumQuantity: 5000 } }, {}, {}, {}],
    });
    expect(await asked('reportsNotBack')).toMatchObject({
      all: 2,
      late: 1,
      rows: [{ id: notBack, isLate: true }, { isLate: false }],
    });
    const all = await page(false, books().actors.leader);
    expect(all).toMatchObject({ casesToday: 3, contactsToday: 3 });
    expect(await page(true, technician)).toMatchObject({ casesToday: 1, contactsToday: 0 });
    expect(todayContract.page['~orpc'].outputSchema?.safeParse(all).error).toBeUndefined();
    const toDecide = {
      filter: { toDecide: true },
      sort: { by: 'createdAt', descending: false },
      limit: 9,
    } as const;
    expect((await books().read((tx) => listReports(tx, toDecide))).rows).toHaveLength(2);
  });

  test.each([
    ['on the day', 0],
    ['forty days later', 40],
  ])('every card has as many rows as it counts, as many late, late ones first: %s', async (_, days) => {
    books().pass(days * dayMs);
    const today = dayOf(books().now());
    for (const name of names)
      for (const [mine, actor] of [
        [false, books().actors.clerk],
        [true, books().actors.technician],
        [true, books().actors.warehouse],
      ] as const) {
        const { all, late, amountFen, rows } = await asked(name, mine, actor);
        const lateness = rows.map(({ isLate }) => isLate);
        expect([name, rows.length, lateness.filter(Boolean).length]).toEqual([name, all, late]);
        expect(lateness).toEqual(lateness.toSorted((one, other) => Number(other) - Number(one)));
        for (const { dueAt, dueDay, isLate } of rows)
          expect(isLate).toBe((dueAt ?? Infinity) < books().now() || (dueDay ?? today) < today);
        if (amountFen !== null)
          expect(rows.reduce((sum, row) => sum + (row.amountFen ?? 0), 0)).toBe(amountFen);
      }
  });

  test('what is there stands before what is short, though it is younger', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    const opened = await openOne('notUrgent', customerId, null);
    books().pass(1);
    const made = await books().write((tx) => addRequisition(tx, opened.id, 'approved', 'LL202611-0009'));
    const bin = await books().write((tx) => insertAccount(tx, { kind: 'bin' }));
    const hold = (quantity: number) =>
      books().write((tx) =>
        tx.db
          .insert(stockBalances)
          .values({
            accountId: bin,
            partId: made.partId,
            inside: true,
            quantity,
            valueFen: 1,
            lastSequence: 1,
          })
          .onConflictDoUpdate({
            target: [stockBalances.partId, stockBalances.accountId],
            set: { quantity },
          }),
      );
    await hold(1999);
    const numbers = async () => (await asked('toIssue')).rows.map(({ number }) => number);
    expect(await numbers()).toEqual(['LL202611-0003', 'LL202611-0009']);
    await hold(2000);
    expect(await numbers()).toEqual(['LL202611-0009', 'LL202611-0003']);
    expect((await asked('toIssue')).rows[0]).toMatchObject({ marks: [{ word: 'today.stockThere' }] });
    await books().write((tx) => tx.db.update(cases).set({ state: 'closed' }).where(eq(cases.id, opened.id)));
    await books().write((tx) =>
      tx.db.update(requisitions).set({ state: 'void' }).where(eq(requisitions.id, made.id)),
    );
  });

  test('what is uncleared is worth what its holders owe', async () => {
    const holders = await books().read((tx) => listHolders(tx));
    const owed = holders.reduce((sum, { unclearedFen }) => sum + unclearedFen, 0);
    expect((await asked('uncleared')).amountFen).toBe(owed);
  });

  test('of oneself: what one owns, wrote or holds', async () => {
    const { technician, clerk } = books().actors;
    const ownOf = async (actor: typeof clerk) =>
      Object.fromEntries((await page(true, actor)).cards.map(({ name, count }) => [name, count]));
    expect(await ownOf(technician)).toMatchObject({
      openCases: 1,
      heldContacts: 0,
      sentBack: 1,
      uncleared: 1,
      oldPartsDue: 1,
      reportsNotBack: 0,
    });
    expect(await ownOf(clerk)).toMatchObject({
      openCases: 0,
      heldContacts: 3,
      sentBack: 0,
      uncleared: 0,
      oldPartsDue: 0,
      reportsNotBack: 2,
    });
  });

  test('each role sees its own cards first, and nobody a card they may not see', async () => {
    const namesFor = (actor: typeof leader) => cardsFor(todayCards, actor).map(([name]) => name);
    const { clerk, warehouse, technician, leader, quality, admin, auditor } = books().actors;
    expect(namesFor(clerk).slice(0, 4)).toEqual([
      'heldContacts',
      'casesWithoutOwner',
      'openCases',
      'reportsNotBack',
    ]);
    expect(namesFor(warehouse).slice(0, 4)).toEqual([
      'toIssue',
      'receiptDrafts',
      'oldPartsDue',
      'belowMinimum',
    ]);
    expect(namesFor(technician).slice(0, 4)).toEqual(['openCases', 'sentBack', 'uncleared', 'oldPartsDue']);
    expect(namesFor(leader).slice(0, 3)).toEqual(['approvals', 'casesWithoutOwner', 'openCases']);
    expect(namesFor(quality).slice(0, 2)).toEqual(['openCases', 'oldPartsDue']);
    expect(namesFor(admin)[0]).toBe('casesWithoutOwner');
    expect(namesFor(clerk)).not.toContain('approvals');
    expect(namesFor(technician)).not.toContain('receiptDrafts');
    expect(namesFor(auditor)).not.toContain('sentBack');
    for (const name of names) {
      const seenBy = Object.values(books().actors).filter((actor) => namesFor(actor).includes(name));
      expect(
        seenBy.every(({ permissions }) => todayCards[name].may.some((one) => permissions.has(one))),
      ).toBe(true);
      expect(namesFor({ ...leader, permissions: new Set() })).toEqual([]);
    }
  });

  test('cleared is cleared', async () => {
    await books().write((tx) =>
      tx.db.update(requisitions).set({ state: 'cleared' }).where(eq(requisitions.state, 'issued')),
    );
    expect((await asked('uncleared')).all).toBe(0);
  });

  test('cards stay short however much waits, and count all of it', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    for (let index = 0; index < rowsAtMost; index += 1) await openOne('notUrgent', customerId, null);
    const long = await asked('openCases');
    expect(long.rows).toHaveLength(rowsAtMost);
    expect(long.all).toBe(3 + rowsAtMost);
    expect((await counters()).openCases).toBe(3 + rowsAtMost);
  });
});

test('the page takes no more statements with forty rows on a card than with two', async () => {
  let count = 0;
  const books = await openBooks('sqlite', () => void (count += 1));
  try {
    const { leader, technician } = books.actors;
    const { customerId } = await books.write((tx) => addFleet(tx));
    const add = async (index: number) => {
      const opened = await books.write((tx) =>
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
      const states = ['submitted', 'approved', 'rejected', 'issued'] as const;
      for (const state of states)
        await books.write(async (tx) => {
          const made = await addRequisition(tx, opened.id, state, `LL-${state}-${index}`);
          if (state === 'issued') await addIssue(tx, opened.id, made, '2026-10-31');
        }, technician);
      await report(books, opened.id, 'finished', books.now());
      await report(books, opened.id, 'signed', books.now());
    };
    const statements = async () => {
      count = 0;
      const { cards } = await books.read((tx) => todayPageOf(todayCards)(tx, { mine: false }), leader);
      return { count, rows: Math.max(...cards.map(({ rows }) => rows.length)) };
    };
    for (let index = 0; index < 2; index += 1) await add(index);
    await statements();
    const few = await statements();
    for (let index = 2; index < rowsAtMost; index += 1) await add(index);
    const many = await statements();
    expect(many.rows).toBe(rowsAtMost);
    expect(many.count).toBeLessThanOrEqual(few.count);
    expect(few.count).toBeLessThan(120);
  } finally {
    await books.close();
  }
});
