import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { callerCard } from '#host/views/caller.queries.ts';
import { clarifyContact, recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { voidContact } from '#host/modules/contacts/contacts.voiding.service.ts';
import { caseEvents } from '#host/schema/cases.tables.ts';
import { addTelephone } from '#host/modules/customers/customers.service.ts';
import { getCustomer } from '#host/modules/customers/customers.queries.ts';
import { todayPageOf } from '#host/views/today/page.queries.ts';
import { getUnit } from '#host/views/unit-file.queries.ts';
import { lastReading } from '#host/modules/units/units.queries.ts';
import { voidReading } from '#host/modules/units/units.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { addFleet } from '../cases/case-fixtures.ts';
import { call, refusalOf } from './sample-contacts.ts';

const reason = '输错了一个零';
const dayMs = 86_400_000;

onBothEngines('voiding a contact', (books) => {
  const record = (more: Partial<NewContact>) =>
    books().write((tx) => recordContact(tx, { ...call, at: books().now(), ...more }));
  const voided = ({ id, version }: { readonly id: string; readonly version: number }) =>
    books().write((tx) => voidContact(tx, { id, version, reason }));
  const last = (unitId: string) => books().read((tx) => lastReading(tx, unitId));
  const caller = (telephone: string) => books().read((tx) => callerCard(tx, { telephone }));
  const answered = { kind: 'answered', answer: '' } as const;

  test('takes its reading back, and the right one is taken without a word of a new counter', async () => {
    const { unitId } = await books().write((tx) => addFleet(tx));
    await record({ unitId, mileageKm: 18_000, outcome: answered });
    books().pass(10 * dayMs);
    const jump = { unitId, mileageKm: 205_000, outcome: answered };
    const asked = await refusalOf(record(jump));
    expect(asked).toMatchObject({ code: 'READING_JUMPS', facts: { lastKm: 18_000, days: 10 } });
    const wrong = await record({ ...jump, readingConfirmed: true });
    expect(await last(unitId)).toMatchObject({ mileageKm: 205_000 });
    expect(await voided(wrong)).toMatchObject({ readingCount: 1, telephones: [], stays: [] });
    expect(await last(unitId)).toMatchObject({ mileageKm: 18_000 });
    await record({ unitId, mileageKm: 20_500, outcome: answered });
    const { readings } = await books().read((tx) => getUnit(tx, { id: unitId }));
    expect(readings.map(({ mileageKm, voidReason }) => [mileageKm, voidReason])).toEqual([
      [20_500, ''],
      [205_000, reason],
      [18_000, ''],
    ]);
  });

  test('leaves the same reading of another call in force', async () => {
    const { unitId } = await books().write((tx) => addFleet(tx));
    const first = await record({ unitId, mileageKm: 900, outcome: answered });
    await record({ unitId, mileageKm: 900, outcome: answered });
    await voided(first);
    expect(await last(unitId)).toMatchObject({ mileageKm: 900 });
  });

  test('a reading is voided by itself, once, and counts nowhere', async () => {
    const { unitId } = await books().write((tx) => addFleet(tx));
    await record({ unitId, mileageKm: 700, operatingHours: 30, outcome: answered });
    const { readings } = await books().read((tx) => getUnit(tx, { id: unitId }));
    const voiding = () => books().write((tx) => voidReading(tx, { id: readings[0]?.id ?? '', reason }));
    await voiding();
    expect(await last(unitId)).toBeNull();
    expect(await refusalOf(voiding())).toMatchObject({ code: 'NOT_FOUND', facts: { kind: 'reading' } });
    await record({ unitId, mileageKm: 70, outcome: answered });
    expect(await last(unitId)).toMatchObject({ mileageKm: 70, operatingHours: null });
  });

  test('forgets a number that it alone brought, and names what it made and leaves', async () => {
    const made = await record({
      telephone: '0771-6600 1122',
      callerName: '韦师傅',
      newCustomer: { name: '一家新公司' },
      summary: '漏水',
      outcome: { kind: 'openCase', ownerId: null },
    });
    expect(await caller('07716600 1122')).toMatchObject({ customer: { name: '一家新公司' } });
    expect(await voided(made)).toMatchObject({
      telephones: ['0771-6600 1122'],
      stays: [
        { kind: 'customer', name: '一家新公司' },
        { kind: 'contactPerson', name: '韦师傅' },
        { kind: 'case', name: made.caseNumber },
      ],
    });
    expect((await caller('0771-66001122')).customer).toBeNull();
    const told = await books().read((tx) =>
      tx.db.select().from(caseEvents).where(eq(caseEvents.documentKind, 'contactVoid')),
    );
    expect(told).toMatchObject([{ caseId: made.caseId, text: reason, documentNumber: made.number }]);
  });

  test('a number that another call came from stays, with the person of that call', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx, '两次来电'));
    const telephone = '138 7777 0001';
    const first = await record({ customerId, telephone, callerName: '甲', outcome: answered });
    const second = await record({ customerId, telephone, callerName: '乙', outcome: answered });
    expect(await voided(first)).toMatchObject({ telephones: [] });
    expect(await caller(telephone)).toMatchObject({ customer: { id: customerId }, person: { name: '乙' } });
    expect(await voided(second)).toMatchObject({ telephones: [telephone] });
    expect((await caller(telephone)).customer).toBeNull();
  });

  test('a number written into the file by hand stays', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx, '号码在册'));
    const telephone = '138 7777 0002';
    await books().write((tx) => addTelephone(tx, { customerId, contactPersonId: null, shown: telephone }));
    await voided(await record({ telephone, outcome: answered }));
    expect((await books().read((tx) => getCustomer(tx, { id: customerId }))).telephones).toEqual([telephone]);
  });

  test('clearing up to another customer and unit takes reading and number along', async () => {
    const wrong = await books().write((tx) => addFleet(tx, '听错的一家'));
    const right = await books().write((tx) => addFleet(tx, '真正的一家'));
    const telephone = '138 7777 0003';
    const held = await record({
      customerId: wrong.customerId,
      unitId: wrong.unitId,
      telephone,
      mileageKm: 5_000,
    });
    await books().write((tx) =>
      clarifyContact(tx, {
        id: held.id,
        version: 1,
        customerId: right.customerId,
        unitId: right.unitId,
        newUnit: null,
        summary: '',
        outcome: answered,
      }),
    );
    expect(await last(wrong.unitId)).toBeNull();
    expect(await last(right.unitId)).toMatchObject({ mileageKm: 5_000 });
    expect(await caller(telephone)).toMatchObject({ customer: { id: right.customerId }, sameNumber: [] });
  });

  test('a void contact is marked in the caller card, and is no figure of today', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx, '今天'));
    const count = async () =>
      (await books().read((tx) => todayPageOf({})(tx, { mine: false }))).contactsToday;
    const before = await count();
    const made = await record({ customerId, outcome: answered });
    expect(await count()).toBe(before + 1);
    await voided(made);
    expect(await count()).toBe(before);
    const card = await books().read((tx) => callerCard(tx, { customerId }));
    expect(card.lastContacts).toMatchObject([{ id: made.id, state: 'void' }]);
  });
});

onBothEngines('a number that two customers have', (books) => {
  test('is asked about, never taken silently', async () => {
    const telephone = '137 0000 9999';
    const [first, second] = await books().write(async (tx) => [
      await addFleet(tx, '甲公司'),
      await addFleet(tx, '乙车队'),
    ]);
    const answered = { kind: 'answered', answer: '' } as const;
    const record = (more: Partial<NewContact>) =>
      books().write((tx) => recordContact(tx, { ...call, telephone, outcome: answered, ...more }));
    const named = (more: object) => ({
      id: '',
      version: 1,
      customerId: null,
      unitId: null,
      newUnit: null,
      summary: '',
      outcome: answered,
      ...more,
    });
    await record({ customerId: first?.customerId ?? '' });
    const held = await record({ outcome: { kind: 'toBeClarified', nextCallAt: null }, unknownCaller: true });
    expect(held.customerId).toBeNull();
    expect(await record({})).toMatchObject({ customerId: first?.customerId });
    await record({ customerId: second?.customerId ?? '' });
    const asked = {
      code: 'SEVERAL_CUSTOMERS',
      facts: { candidates: [{ name: expect.any(String) }, { name: expect.any(String) }] },
    };
    expect(await refusalOf(record({}))).toMatchObject(asked);
    const clarify = (more: object) =>
      books().write((tx) => clarifyContact(tx, { ...named(more), id: held.id }));
    expect(await refusalOf(clarify({}))).toMatchObject(asked);
    expect(await books().read((tx) => callerCard(tx, { telephone }))).toMatchObject({ needsChoice: true });
    expect(await record({ unknownCaller: true })).toMatchObject({ customerId: null });
    expect(await record({ unitId: second?.unitId ?? '' })).toMatchObject({ customerId: second?.customerId });
    await clarify({ unknownCaller: true });
  });
});
