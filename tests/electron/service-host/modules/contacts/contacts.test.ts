import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { contactsContract } from '#shared/contract/contacts.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/modules/audit/audit.tables.ts';
import { getCase } from '#host/modules/cases/cases.detail.queries.ts';
import { moveCase } from '#host/modules/cases/cases.service.ts';
import { cases } from '#host/modules/cases/cases.tables.ts';
import { callerCard, likelyDuplicates } from '#host/modules/contacts/contacts.caller.queries.ts';
import { getContact, listContacts } from '#host/modules/contacts/contacts.queries.ts';
import {
  clarifyContact,
  recordContact,
  voidContact,
  type NewContact,
} from '#host/modules/contacts/contacts.service.ts';
import { contacts } from '#host/modules/contacts/contacts.tables.ts';
import { getCustomer } from '#host/modules/customers/customers.queries.ts';
import { addTelephone } from '#host/modules/customers/customers.service.ts';
import { voidedNumbers } from '#host/modules/numbering/numbering.tables.ts';
import { onceOnly } from '#host/modules/operations/operations.service.ts';
import { searchKind } from '#host/modules/search/search.queries.ts';
import { recordReading } from '#host/modules/units/units.service.ts';
import { onBothEngines, testStart, type Books } from '#tests/support/books.ts';
import { addFleet } from '../cases/case-fixtures.ts';
import { call, refusalOf } from './sample-contacts.ts';

const rare = '𠮷䶮㛃 🚌 "quotes" <script>alert(1)</script> \'; --';
const dayMs = 86_400_000;

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
      (await books().read((tx) => searchKind(tx, 'contact', '00001111', 10))).map((hit) => hit.id),
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
    const story = await books().read((tx) => getCase(tx, { id: opened.caseId ?? '' }));
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
      (await books().read((tx) => getCase(tx, { id: caseId }))).documents.map(({ number }) => number),
    ).toEqual([opened.number, joined.number]);
    await books().write((tx) => moveCase(tx, { id: caseId, version: 1, state: 'void', reason: 'x' }));
    expect(await codeOf(record(books(), { outcome: { kind: 'joinCase', caseId } }))).toBe('WRONG_STATE');
  });

  test('likely duplicates: of the unit, and of the customer without a unit', async () => {
    const { unitId, customerId } = await books().write((tx) => addFleet(tx));
    const telephone = '131 0000 2222';
    const openCase = { kind: 'openCase', ownerId: null } as const;
    const problem = { summary: '漏水', outcome: openCase };
    const ofUnit = await record(books(), { unitId, telephone, ...problem });
    const ofCustomer = await record(books(), { customerId, ...problem });
    const likely = async (input: { telephone: string; customerId: string | null; unitId: string | null }) =>
      (await books().read((tx) => likelyDuplicates(tx, input))).map(({ id }) => id).toSorted();
    const both = [String(ofUnit.caseId), String(ofCustomer.caseId)].toSorted();
    expect(await likely({ telephone, customerId: null, unitId: null })).toEqual(both);
    expect(await likely({ telephone: '', customerId, unitId })).toEqual(both);
    expect(await likely({ telephone: '', customerId, unitId: newId() })).toEqual([ofCustomer.caseId]);
    expect(await likely({ telephone: '999', customerId: null, unitId: null })).toEqual([]);
  });

  test('a held contact is promised to the customer, and clarified once', async () => {
    const { unitId, customerId } = await books().write((tx) => addFleet(tx));
    const nextCallAt = testStart + dayMs;
    const held = await record(books(), {
      customerId,
      callerName: '老周',
      summary: '听不清',
      outcome: { kind: 'toBeClarified', nextCallAt },
    });
    expect((await books().read((tx) => callerCard(tx, { customerId }))).promised).toEqual([
      { contactId: held.id, number: held.number, summary: '听不清', nextCallAt },
    ]);
    const clarify = (version: number, outcome: NewContact['outcome']) =>
      books().write((tx) =>
        clarifyContact(tx, {
          id: held.id,
          version,
          customerId,
          unitId,
          newUnit: null,
          summary: '水温高',
          outcome,
        }),
      );
    await clarify(1, { kind: 'toBeClarified', nextCallAt: nextCallAt + dayMs });
    expect(await codeOf(clarify(1, { kind: 'answered', answer: '' }))).toBe('CHANGED_MEANWHILE');
    const done = await clarify(2, { kind: 'openCase', ownerId: books().actors.technician.personId });
    expect(await books().read((tx) => getCase(tx, { id: done.caseId ?? '' }))).toMatchObject({
      symptom: '水温高',
      ownerName: 'technician',
      unit: { id: unitId },
    });
    expect(await codeOf(clarify(3, { kind: 'answered', answer: '' }))).toBe('WRONG_STATE');
    expect((await books().read((tx) => callerCard(tx, { customerId }))).promised).toEqual([]);
  });

  test('a voided entry stays visible with its reason, its number is in the register, its case remains', async () => {
    const { unitId } = await books().write((tx) => addFleet(tx));
    const { id, number, caseId } = await record(books(), {
      unitId,
      summary: '漏水',
      outcome: { kind: 'openCase', ownerId: null },
    });
    const voiding = (version: number) =>
      books().write((tx) => voidContact(tx, { id, version, reason: rare }));
    expect(await codeOf(voiding(2))).toBe('CHANGED_MEANWHILE');
    expect(await voiding(1)).toEqual({ id, version: 2, number });
    expect(await codeOf(voiding(2))).toBe('WRONG_STATE');
    expect(await books().read((tx) => getContact(tx, { id }))).toMatchObject({
      state: 'void',
      voidReason: rare,
      caseId,
    });
    const [kept] = await books().read((tx) =>
      tx.db.select().from(voidedNumbers).where(eq(voidedNumbers.number, number)),
    );
    expect(kept).toMatchObject({ documentKind: 'contact', reason: rare });
    const [left] = await books().read((tx) =>
      tx.db
        .select()
        .from(cases)
        .where(eq(cases.id, caseId ?? '')),
    );
    expect(left?.state).toBe('registered');
  });

  test('the register is narrowed by kind, state, days, customer and text', async () => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    const letter = {
      kind: 'letter',
      customerId,
      receivedDay: '2026-10-31',
      senderReference: '市二公(2026)17号',
    } as const;
    const first = await record(books(), { ...letter, summary: '要求补发保养手册', at: testStart - dayMs });
    const second = await record(books(), {
      customerId,
      at: testStart + 99 * dayMs,
      outcome: { kind: 'answered', answer: '' },
    });
    const list = async (filter: Parameters<typeof listContacts>[1]['filter']) =>
      (
        await books().read((tx) =>
          listContacts(tx, {
            filter: { customerId, ...filter },
            sort: { by: 'at', descending: true },
            limit: 50,
          }),
        )
      ).rows.map(({ id }) => id);
    expect(await list({})).toEqual([second.id, first.id]);
    expect(await list({ kinds: ['letter', 'fax'] })).toEqual([first.id]);
    expect(await list({ states: ['answered'] })).toEqual([second.id]);
    expect(await list({ untilDay: '2026-10-31' })).toEqual([first.id]);
    expect(await list({ fromDay: '2026-11-01', untilDay: '2026-11-01' })).toEqual([second.id]);
    expect(await list({ text: '17号' })).toEqual([first.id]);
    expect(await list({ text: 'bcsc' })).toEqual([]);
    expect(await list({ text: 'bfby' })).toEqual([first.id]);
    // A clock that is fast does not put a call into the future.
    expect((await books().read((tx) => getContact(tx, { id: second.id }))).at).toBe(books().now());
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
  ['callerName', '\u202egnp', false],
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
