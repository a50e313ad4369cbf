import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { contactsContract } from '#shared/contract/contacts.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { caseDocuments, unfinishedOf } from '#host/roll/case-documents.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { moveCase } from '#host/modules/cases/cases.service.ts';
import { callerCard } from '#host/views/caller.queries.ts';
import { getContact } from '#host/modules/contacts/contacts.queries.ts';
import { clarifyContact, recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { contacts } from '#host/schema/contacts.tables.ts';
import { getCustomer } from '#host/modules/customers/customers.queries.ts';
import { addTelephone } from '#host/modules/customers/customers.service.ts';
import { onceOnly } from '#host/desks/operations/operations.service.ts';
import { searchKind } from '#host/desks/search/search.queries.ts';
import { getUnit } from '#host/views/unit-file.queries.ts';
import { recordReading } from '#host/modules/units/units.service.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { addFleet } from '../cases/case-fixtures.ts';
import { call, refusalOf } from './sample-contacts.ts';

const rare = '𠮷䶮㛃 🚌 "quotes" <script>alert(1)</script> \'; --';

const record = (books: Books, more: Partial<NewContact>) =>
  books.write((tx) => recordContact(tx, { ...call, ...more }));
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work))?.code;

onBothEngines('contacts', (books) => {
  test('a number alone is a record, held until it is clear', async () => {
    const { id, number, caseId, customerId } = await record(books(), { telephone: '138 0000 1111' });
    expect(number).toMatch(/^LD202611-\d{4}$/);
    expect([caseId, customerId]).toEqual([null, null]);
    const shown = await books().read((tx) => getContact(tx, { id }));
    expect(shown).toMatchObject({
      state: 'toBeClarified',
      telephone: '138 0000 1111',
      personName: 'clerk',
      version: 1,
      customerName: '',
    });
    expect(
      (await books().read((tx) => searchKind(tx, 'contact', '00001111', 10))).rows.map((hit) => hit.id),
    ).toEqual([id]);
    const [audit] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)),
    );
    expect(audit).toMatchObject({ act: 'contacts.record', after: { number } });
  });

  test('an unknown caller becomes a customer with two fields, and is known the next time', async () => {
    const telephone = '139 2255 0187';
    const opened = await record(books(), {
      telephone,
      callerName: '陈调度',
      newCustomer: { name: rare },
      summary: rare,
      outcome: { kind: 'openCase', ownerId: null },
    });
    expect(opened.caseNumber).toMatch(/^FW202611-\d{4}$/);
    const customer = await books().read((tx) => getCustomer(tx, { id: opened.customerId ?? '' }));
    expect(customer).toMatchObject({ name: rare, persons: [{ name: '陈调度', telephones: [telephone] }] });
    const card = await books().read((tx) => callerCard(tx, { telephone: '13922550187' }));
    expect(card).toMatchObject({
      customer: { id: opened.customerId, openCaseCount: 1 },
      person: { name: '陈调度' },
      openCases: [{ id: opened.caseId, symptom: rare }],
      lastContacts: [{ id: opened.id, summary: rare }],
    });
    const again = await record(books(), { telephone: '+86 139 2255 0187' });
    expect(again.customerId).toBe(opened.customerId);
    expect(await books().read((tx) => getContact(tx, { id: again.id }))).toMatchObject({
      contactPersonName: '陈调度',
    });
    const story = await books().read((tx) => getCase(tx, { id: opened.caseId ?? '' }, caseDocuments));
    expect(story).toMatchObject({ contactPersonName: '陈调度', telephone, symptom: rare });
    expect(story.events.map(({ kind, documentNumber }) => [kind, documentNumber])).toEqual([
      ['contact', opened.number],
      ['registered', ''],
    ]);
    expect(story.documents).toMatchObject([{ kind: 'contact', number: opened.number }]);
  });

  test('a call about a known unit finds its customer, keeps the reading under the number of the call, and its person', async () => {
    const fleet = await books().write((tx) => addFleet(tx));
    const done = await record(books(), {
      telephone: '138 0133 4410',
      callerName: ' 周 师傅',
      unitId: fleet.unitId,
      mileageKm: 186_400,
      category: 'enquiry',
      outcome: { kind: 'answered', answer: rare },
    });
    expect(done.customerId).toBe(fleet.customerId);
    expect(await books().read((tx) => getContact(tx, { id: done.id }))).toMatchObject({
      state: 'answered',
      answer: rare,
      contactPersonName: '周师傅',
      mileageKm: 186_400,
    });
    const card = await books().read((tx) => callerCard(tx, { unitId: fleet.unitId }));
    expect(card.units).toMatchObject([
      {
        id: fleet.unitId,
        plate: '粤B·3K721D',
        mileageKm: 186_400,
        mileageDay: '2026-11-01',
        verdict: 'undecided',
      },
    ]);
    const customer = await books().read((tx) => getCustomer(tx, { id: fleet.customerId }));
    expect(customer.persons).toMatchObject([{ name: '周师傅', telephones: ['138 0133 4410'] }]);
  });

  test('a switchboard stays everybody’s', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    await books().write((tx) =>
      addTelephone(tx, { customerId, contactPersonId: null, shown: '0755-8220 6617' }),
    );
    await record(books(), { telephone: '075582206617', callerName: '沈科长', customerId });
    const customer = await books().read((tx) => getCustomer(tx, { id: customerId }));
    expect(customer.telephones).toEqual(['0755-8220 6617']);
    expect(customer.persons.map(({ name, telephones }) => [name, telephones])).toEqual(
      expect.arrayContaining([
        ['周师傅', []],
        ['沈科长', []],
      ]),
    );
  });

  test('a reading below the last one is refused with it, and nothing of the call remains', async () => {
    const { unitId } = await books().write((tx) => addFleet(tx));
    const day = '2026-10-01';
    await books().write((tx) =>
      recordReading(tx, {
        unitId,
        day,
        mileageKm: 9000,
        operatingHours: null,
        source: 'desk',
        counterReplaced: false,
      }),
    );
    const before = await books().read((tx) => tx.db.$count(contacts));
    const refusal = await refusalOf(
      record(books(), { unitId, mileageKm: 8999, outcome: { kind: 'openCase', ownerId: null } }),
    );
    expect([refusal?.code, refusal?.facts]).toEqual(['READING_BELOW_LAST', { lastDay: day, lastKm: 9000 }]);
    expect(await books().read((tx) => tx.db.$count(contacts))).toBe(before);
    const replaced = await record(books(), { unitId, mileageKm: 12, counterReplaced: true });
    expect((await books().read((tx) => getContact(tx, { id: replaced.id }))).mileageKm).toBe(12);
    expect((await books().read((tx) => getUnit(tx, { id: unitId }))).readings[0]).toMatchObject({
      mileageKm: 12,
      source: replaced.number,
    });
  });

  test('what does not exist is refused, and so is a case for nobody', async () => {
    const { customerId, unitId } = await books().write((tx) => addFleet(tx));
    const openCase = { kind: 'openCase', ownerId: null } as const;
    expect(await codeOf(record(books(), { customerId: newId() }))).toBe('NOT_FOUND');
    expect(await codeOf(record(books(), { unitId: newId() }))).toBe('NOT_FOUND');
    expect(await codeOf(record(books(), { customerId, contactPersonId: newId() }))).toBe('NOT_FOUND');
    expect(await codeOf(record(books(), { unitId, outcome: { kind: 'joinCase', caseId: newId() } }))).toBe(
      'NOT_FOUND',
    );
    const ofNobody = { kind: 'openCase', ownerId: newId<'person'>() } as const;
    expect(await codeOf(record(books(), { unitId, summary: '漏水', outcome: ofNobody }))).toBe('NOT_FOUND');
    expect((await refusalOf(record(books(), { summary: '漏水', outcome: openCase })))?.facts).toEqual({
      issues: [{ path: 'customerId', code: 'required' }],
    });
  });

  test('a case about nothing is refused at the summary, recorded as clarified; the call alone is not', async () => {
    const { customerId, unitId } = await books().write((tx) => addFleet(tx));
    const openCase = { kind: 'openCase', ownerId: null } as const;
    const missing = (...paths: readonly string[]) => ({
      issues: paths.map((path) => ({ path, code: 'required' })),
    });
    for (const summary of ['', ' \n\u3000']) {
      const refused = await refusalOf(record(books(), { unitId, summary, outcome: openCase }));
      expect([refused?.code, refused?.facts]).toEqual(['INVALID_INPUT', missing('summary')]);
    }
    expect((await refusalOf(record(books(), { outcome: openCase })))?.facts).toEqual(
      missing('customerId', 'summary'),
    );
    const held = await record(books(), { customerId });
    const clarify = (summary: string) =>
      books().write((tx) =>
        clarifyContact(tx, {
          id: held.id,
          version: 1,
          customerId,
          unitId,
          newUnit: null,
          summary,
          outcome: openCase,
        }),
      );
    expect((await refusalOf(clarify(' ')))?.facts).toEqual(missing('summary'));
    expect((await clarify('漏水')).caseId).not.toBeNull();
  });

  test('an unknown caller who was held becomes a customer when it is clear what the call was about', async () => {
    const held = await record(books(), { telephone: '136 0000 2222', callerName: '赵师傅' });
    const { caseId } = await books().write((tx) =>
      clarifyContact(tx, {
        id: held.id,
        version: 1,
        customerId: null,
        unitId: null,
        newCustomer: { name: '赵𠮷个体运输' },
        newUnit: null,
        summary: '前门夹人',
        outcome: { kind: 'openCase', ownerId: null },
      }),
    );
    expect(caseId).not.toBeNull();
    const shown = await books().read((tx) => getContact(tx, { id: held.id }));
    expect(shown).toMatchObject({ state: 'inCase', customerName: '赵𠮷个体运输' });
    const again = await books().read((tx) => callerCard(tx, { telephone: '136 0000 2222' }));
    expect(again.customer?.id).toBe(shown.customerId);
  });

  test('a number of several customers names them all, and each with their own person', async () => {
    const telephone = '025 8455 1234';
    const made = [];
    for (const name of ['甲公司', '乙车队']) {
      const { customerId } = await record(books(), {
        telephone,
        callerName: `${name}的人`,
        newCustomer: { name },
        outcome: { kind: 'answered', answer: '' },
      });
      made.push({ id: customerId ?? '', name });
      books().pass(60_000);
    }
    const [first, second] = made;
    const card = await books().read((tx) => callerCard(tx, { telephone: '02584551234' }));
    expect(card).toMatchObject({ customer: second, person: { name: '乙车队的人' }, sameNumber: [first] });
    const other = await books().read((tx) =>
      callerCard(tx, { telephone: '02584551234', customerId: first!.id }),
    );
    expect(other).toMatchObject({ customer: first, person: { name: '甲公司的人' }, sameNumber: [second] });
    books().pass(60_000);
    const again = await record(books(), { telephone, customerId: first!.id, callerName: '' });
    const shown = await books().read((tx) => getContact(tx, { id: again.id }));
    expect(shown).toMatchObject({ customerName: '甲公司', contactPersonName: '甲公司的人' });
  });

  test('joins an open case, takes customer and unit from it, and no case that was put away', async () => {
    const { unitId, customerId } = await books().write((tx) => addFleet(tx));
    const opened = await record(books(), {
      unitId,
      summary: '前门关不严',
      outcome: { kind: 'openCase', ownerId: null },
    });
    const caseId = opened.caseId ?? '';
    books().pass(60_000);
    const joined = await record(books(), {
      at: books().now(),
      telephone: '137 7600 2291',
      callerName: '马经理',
      outcome: { kind: 'joinCase', caseId },
    });
    expect(joined).toMatchObject({ caseId, caseNumber: opened.caseNumber, customerId });
    expect(await books().read((tx) => getContact(tx, { id: joined.id }))).toMatchObject({
      state: 'inCase',
      unitId,
      contactPersonName: '马经理',
    });
    expect(
      (await books().read((tx) => getCase(tx, { id: caseId }, caseDocuments))).documents.map(
        ({ number }) => number,
      ),
    ).toEqual([opened.number, joined.number]);
    await books().write((tx) =>
      moveCase(tx, { id: caseId, version: 1, state: 'void', reason: 'x' }, unfinishedOf),
    );
    expect(await codeOf(record(books(), { outcome: { kind: 'joinCase', caseId } }))).toBe('WRONG_STATE');
  });

  test('pressed twice, recorded once', async () => {
    const input = { ...call, telephone: '133 3333 3333' };
    const operation = { id: newId<'operation'>(), procedure: 'contacts.record', input };
    const press = () => books().write((tx) => onceOnly(tx, operation, () => recordContact(tx, input)));
    expect(await press()).toEqual(await press());
    expect(await books().read((tx) => tx.db.$count(contacts, eq(contacts.telephone, input.telephone)))).toBe(
      1,
    );
  });
});

test.each([
  ['telephone', 'call me', false],
  ['telephone', '+86 (0755) 8220-6617 转 8', true],
  ['callerName', 'a\u0000b', false],
  ['callerName', '\u202egnp', true],
  ['callerName', '𠮷䶮', true],
  ['mileageKm', -1, false],
  ['mileageKm', 1.5, false],
  ['mileageKm', 10_000_000, false],
  ['category', 'repairs', false],
  ['summary', 'x'.repeat(4001), false],
  ['receivedDay', '2026-02-30', false],
  ['newCustomer', { name: ' ' }, false],
  ['newUnit', undefined, true],
  ['newUnit', { productId: newId(), plate: '粤B·𠮷䶮', serialNumber: '' }, true],
  ['newUnit', { productId: newId(), plate: '', serialNumber: 'L' }, true],
  ['newUnit', { productId: newId(), plate: ' ', serialNumber: '' }, false],
  ['newUnit', { productId: null, plate: '粤B·12345', serialNumber: '' }, false],
  ['newUnit', { plate: '粤B·12345' }, false],
  ['newUnit', { productId: newId(), plate: '粤B\u0000', serialNumber: '' }, false],
  ['newUnit', { productId: newId(), plate: 'x'.repeat(21), serialNumber: '' }, false],
  ['outcome', { kind: 'openCase' }, false],
  ['unknown', 1, false],
] as const)('the contract takes %s = %j: %s', (name, value, fine) => {
  const schema = contactsContract.record['~orpc'].inputSchema;
  const parsed = schema?.safeParse({ ...call, operationId: newId(), [name]: value });
  expect(parsed?.success).toBe(fine);
});
