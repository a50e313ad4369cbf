import { and, desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { addDays, dayOf, startOfDay } from '#shared/domain/days.ts';
import type { DutyKind, DutyScope, DutyState } from '#shared/domain/duties.ts';
import { dutyCounters, listDuties } from '#host/desks/duties/duties.queries.ts';
import { pauseDuty, resumeDuty, waiveDuty } from '#host/desks/duties/duties.deciding.service.ts';
import { clarifyContact, recordContact } from '#host/modules/contacts/contacts.service.ts';
import { voidContact } from '#host/modules/contacts/contacts.voiding.service.ts';
import { createCustomer, editCustomer } from '#host/modules/customers/customers.service.ts';
import { receiveOldPart, waiveOldPart } from '#host/modules/old-parts/old-parts.service.ts';
import { approveRequisition } from '#host/modules/requisitions/deciding.service.ts';
import { withdrawRequisition } from '#host/modules/requisitions/requisitions.service.ts';
import { createUnit, editUnit } from '#host/modules/units/units.service.ts';
import { duties as roll } from '#host/roll/duties.ts';
import { duties } from '#host/schema/duties.tables.ts';
import { oldParts } from '#host/schema/old-parts.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { plainCall, plainCustomer, plainUnit } from '#tests/support/plain-records.ts';
import { dutiesAstray } from '#tests/support/trust/duties.ts';
import { clear, issued, openShop, submitted, tagsOf } from '../../modules/requisitions/parts-shop.ts';

const hour = 3_600_000;
const day = 24 * hour;
const firstDue = { by: 'dueAt', descending: false } as const;

/** The duty of a kind that a record had last. */
async function lastDuty(books: Books, kind: DutyKind, subjectId: string) {
  const [found] = await books.read((tx) =>
    tx.db
      .select()
      .from(duties)
      .where(and(eq(duties.kind, kind), eq(duties.subjectId, subjectId)))
      .orderBy(desc(duties.id))
      .limit(1),
  );
  return found;
}

/** The shop of these tests is put straight into the tables, so that nobody heard of its customers. */
async function astray(books: Books) {
  return (await dutiesAstray(books.database)).filter((line) => !line.startsWith('customerFile'));
}

async function listed(
  books: Books,
  actor: Actor,
  filter: { readonly scope: DutyScope; readonly state: DutyState; readonly kind?: DutyKind },
) {
  return (await books.read((tx) => listDuties(tx, roll, { filter, sort: firstDue, limit: 100 }), actor)).rows;
}

onBothEngines('duties', (books) => {
  test('a requisition is decided within eight working hours: team first, leaders a working day later', async () => {
    const shop = await openShop(books());
    const asked = await submitted(books(), shop);
    // 1 November 2026 is a Sunday, so that Monday counts whole.
    const monday = startOfDay('2026-11-02');
    expect(await lastDuty(books(), 'requisitionDecision', asked.id)).toMatchObject({
      outcome: 'open',
      ownerId: null,
      team: 'requisitions.approve',
      dueAt: monday + 17.5 * hour,
      teamAt: monday + 17.5 * hour,
      leaderAt: monday + day + 17.5 * hour,
    });
    const { leader, clerk } = books().actors;
    const mine = await listed(books(), leader, { scope: 'mine', state: 'open' });
    expect(mine).toContainEqual(
      expect.objectContaining({ kind: 'requisitionDecision', subjectId: asked.id, state: 'open' }),
    );
    expect(
      await listed(books(), clerk, { scope: 'team', state: 'open', kind: 'requisitionDecision' }),
    ).toEqual([]);
    await books().write((tx) => approveRequisition(tx, { ...asked, reason: '' }), leader);
    expect(await lastDuty(books(), 'requisitionDecision', asked.id)).toMatchObject({
      outcome: 'met',
      settledBy: leader.personId,
    });
    expect(await astray(books())).toEqual([]);
  });

  test('a decision withdrawn lapses, and is owed anew when it is submitted again', async () => {
    const asked = await submitted(books(), await openShop(books()));
    const back = { ...asked, reason: '' };
    await books().write((tx) => withdrawRequisition(tx, back), books().actors.technician);
    expect((await lastDuty(books(), 'requisitionDecision', asked.id))?.outcome).toBe('lapsed');
  });

  test('an old part is its holder’s to bring until the end of its day; late it is missed, waived it lapses', async () => {
    const shop = await openShop(books());
    const given = await issued(books(), shop, [{ partId: shop.pumpId, quantity: 2000 }]);
    const [first, second] = await tagsOf(books(), given.issueLineIds[0] ?? '');
    const { technician, clerk, warehouse, leader } = books().actors;
    expect(await lastDuty(books(), 'oldPartDue', first?.id ?? '')).toMatchObject({
      outcome: 'open',
      ownerId: technician.personId,
      dueAt: startOfDay(addDays(dayOf(books().now()), 31)) - 1,
    });
    const ofTheHolder = await listed(books(), technician, {
      scope: 'mine',
      state: 'open',
      kind: 'oldPartDue',
    });
    expect(ofTheHolder).toHaveLength(2);
    expect(ofTheHolder[0]).toMatchObject({
      number: first?.number,
      about: '水泵总成',
      ownerName: 'technician',
    });
    expect(await listed(books(), clerk, { scope: 'mine', state: 'open', kind: 'oldPartDue' })).toEqual([]);

    books().pass(31 * day);
    // Late, it is the business of those who can take it in, and counted in red.
    expect(await listed(books(), clerk, { scope: 'mine', state: 'late', kind: 'oldPartDue' })).toHaveLength(
      2,
    );
    expect((await books().read((tx) => dutyCounters(tx, roll), technician)).lateCount).toBeGreaterThan(1);
    await books().write(
      (tx) => receiveOldPart(tx, { scanned: first?.number ?? '', storeAccountId: null }),
      warehouse,
    );
    expect((await lastDuty(books(), 'oldPartDue', first?.id ?? ''))?.outcome).toBe('missed');
    const [tag] = await books().read((tx) =>
      tx.db
        .select()
        .from(oldParts)
        .where(eq(oldParts.id, second?.id ?? '')),
    );
    const waiving = { id: tag?.id ?? '', version: tag?.version ?? 0, reason: '现场报废' };
    await books().write((tx) => waiveOldPart(tx, waiving), leader);
    expect((await lastDuty(books(), 'oldPartDue', second?.id ?? ''))?.outcome).toBe('lapsed');
    expect(await astray(books())).toEqual([]);
  });

  test('parts drawn are cleared within the days of the limit, each issue for itself', async () => {
    const shop = await openShop(books());
    const line = { partId: shop.pumpId, quantity: 2000 };
    const given = await issued(books(), shop, [line]);
    expect(await lastDuty(books(), 'partsUncleared', given.id)).toMatchObject({
      outcome: 'open',
      ownerId: books().actors.technician.personId,
      dueAt: startOfDay(addDays(dayOf(books().now()), 31)) - 1,
    });
    const back = (quantity: number) =>
      ({
        kind: 'returned',
        issueLineId: given.issueLineIds[0] ?? '',
        quantity,
        accountId: shop.binId,
      }) as const;
    const half = await clear(books(), given, [back(1000)]);
    expect((await lastDuty(books(), 'partsUncleared', given.id))?.outcome).toBe('open');
    await clear(books(), half, [back(1000)]);
    expect((await lastDuty(books(), 'partsUncleared', given.id))?.outcome).toBe('met');
  });

  test('a promised call is owed at its moment; a further promise is another duty', async () => {
    const { clerk } = books().actors;
    const promise = books().now() + hour;
    const held = await books().write((tx) =>
      recordContact(tx, {
        ...plainCall,
        at: tx.now,
        telephone: '13800138000',
        callerName: '周师傅',
        unknownCaller: true,
        outcome: { kind: 'toBeClarified', nextCallAt: promise },
      }),
    );
    expect(await lastDuty(books(), 'promisedCall', held.id)).toMatchObject({
      ownerId: clerk.personId,
      dueAt: promise,
    });
    const counted = await books().read((tx) => dutyCounters(tx, roll));
    expect(counted.next).toContainEqual(expect.objectContaining({ number: held.number, dueAt: promise }));

    books().pass(2 * hour);
    const later = books().now() + day;
    const again = await books().write((tx) =>
      clarifyContact(tx, {
        ...held,
        customerId: null,
        unitId: null,
        newUnit: null,
        unknownCaller: true,
        summary: '再约',
        outcome: { kind: 'toBeClarified', nextCallAt: later },
      }),
    );
    const both = await books().read((tx) =>
      tx.db
        .select({ outcome: duties.outcome })
        .from(duties)
        .where(eq(duties.subjectId, held.id))
        .orderBy(duties.id),
    );
    expect(both.map(({ outcome }) => outcome)).toEqual(['missed', 'open']);
    await books().write((tx) => voidContact(tx, { ...again, reason: '重复' }));
    expect((await lastDuty(books(), 'promisedCall', held.id))?.outcome).toBe('lapsed');
  });

  test('the file of a customer is complete with region, address, a number and, of a firm, a person', async () => {
    const input = { ...plainCustomer, name: '长运公司', telephones: [{ shown: '13900139000' }] };
    const person = { name: '吴主任', position: '', telephones: [] };
    const { id } = await books().write((tx) => createCustomer(tx, { ...input, person }));
    expect((await lastDuty(books(), 'customerFile', id))?.outcome).toBe('open');
    const whole = { ...input, region: '广东', address: '深圳市南山区', id, version: 1 };
    await books().write((tx) => editCustomer(tx, whole));
    expect((await lastDuty(books(), 'customerFile', id))?.outcome).toBe('met');
    const firm = { ...input, region: '广东', address: '深圳市南山区', person: null };
    const { id: nobody } = await books().write((tx) => createCustomer(tx, firm));
    expect((await lastDuty(books(), 'customerFile', nobody))?.outcome).toBe('open');
    const { id: alone } = await books().write((tx) => createCustomer(tx, { ...firm, kind: 'private' }));
    expect(await lastDuty(books(), 'customerFile', alone)).toBeUndefined();
  });

  test('a warranty card is owed within 20 days of the sale, and not for a unit that became known later', async () => {
    const shop = await openShop(books());
    const today = dayOf(books().now());
    const unit = { ...plainUnit, ...shop, serialNumber: 'LZYTBGBW9N1099001', plate: '', reading: null };
    const sold = { ...unit, saleDay: addDays(today, -5) };
    const { id } = await books().write((tx) => createUnit(tx, sold));
    expect(await lastDuty(books(), 'warrantyCard', id)).toMatchObject({
      outcome: 'open',
      dueAt: startOfDay(addDays(today, 16)) - 1,
    });
    // Another sale day is another limit.
    await books().write((tx) => editUnit(tx, { ...sold, saleDay: addDays(today, -4), id, version: 1 }));
    expect((await lastDuty(books(), 'warrantyCard', id))?.dueAt).toBe(startOfDay(addDays(today, 17)) - 1);
    const withCard = { ...sold, saleDay: addDays(today, -4), cardReceivedDay: today, id, version: 2 };
    await books().write((tx) => editUnit(tx, withCard));
    expect((await lastDuty(books(), 'warrantyCard', id))?.outcome).toBe('met');
    const old = { ...unit, serialNumber: 'LZYTBGBW9N1099002', saleDay: addDays(today, -40) };
    const { id: known } = await books().write((tx) => createUnit(tx, old));
    expect(await lastDuty(books(), 'warrantyCard', known)).toBeUndefined();
  });

  test('a leader waives a duty with a reason; it stays waived while the same is owed', async () => {
    const asked = await submitted(books(), await openShop(books()));
    const duty = await lastDuty(books(), 'requisitionDecision', asked.id);
    const waiving = { id: duty?.id ?? '', version: 1, reason: '口头已定' };
    const { leader } = books().actors;
    await books().write((tx) => waiveDuty(tx, waiving), leader);
    expect(await lastDuty(books(), 'requisitionDecision', asked.id)).toMatchObject({
      outcome: 'waived',
      reason: '口头已定',
      settledBy: leader.personId,
    });
    expect(await astray(books())).toEqual([]);
    await expect(books().write((tx) => waiveDuty(tx, waiving), leader)).rejects.toThrow('DUTY_ENDED');
    const waived = await listed(books(), leader, { scope: 'team', state: 'waived' });
    expect(waived.map(({ subjectId }) => subjectId)).toContain(asked.id);
  });

  test('a paused duty reminds nobody; when it goes on it is due as much later', async () => {
    const asked = await submitted(books(), await openShop(books()));
    const { leader } = books().actors;
    const duty = await lastDuty(books(), 'requisitionDecision', asked.id);
    const paused = await books().write(
      (tx) => pauseDuty(tx, { id: duty?.id ?? '', version: 1, reason: '等图纸' }),
      leader,
    );
    books().pass(9 * day);
    const late = await listed(books(), leader, { scope: 'mine', state: 'late', kind: 'requisitionDecision' });
    expect(late.map(({ subjectId }) => subjectId)).not.toContain(asked.id);
    const open = await listed(books(), leader, { scope: 'all', state: 'open', kind: 'requisitionDecision' });
    expect(open).toContainEqual(
      expect.objectContaining({ subjectId: asked.id, isPaused: true, state: 'open' }),
    );
    await books().write((tx) => resumeDuty(tx, paused), leader);
    expect(await lastDuty(books(), 'requisitionDecision', asked.id)).toMatchObject({
      dueAt: (duty?.dueAt ?? 0) + 9 * day,
      leaderAt: (duty?.leaderAt ?? 0) + 9 * day,
      pausedAt: null,
    });
    await expect(books().write((tx) => waiveDuty(tx, { ...paused, reason: '旧' }), leader)).rejects.toThrow(
      'CHANGED_MEANWHILE',
    );
    await books().write((tx) => approveRequisition(tx, { ...asked, reason: '' }), leader);
    expect((await lastDuty(books(), 'requisitionDecision', asked.id))?.outcome).toBe('met');
  });

  test('everybody’s duties are for those who lead', async () => {
    const { clerk, leader } = books().actors;
    await expect(listed(books(), clerk, { scope: 'all', state: 'open' })).rejects.toThrow('NOT_PERMITTED');
    expect((await listed(books(), leader, { scope: 'all', state: 'open' })).length).toBeGreaterThan(1);
  });

  test('the ended duties of several teams come page by page in one order', async () => {
    const { leader } = books().actors;
    const filter = { scope: 'team', state: 'met' } as const;
    const whole = await listed(books(), leader, filter);
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const from = after === undefined ? {} : { after };
      const page = await books().read(
        (tx) => listDuties(tx, roll, { filter, sort: firstDue, limit: 1, ...from }),
        leader,
      );
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(paged).toEqual(whole.map(({ id }) => id));
    expect(new Set(whole.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });
});
