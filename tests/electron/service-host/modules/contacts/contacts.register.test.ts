import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { caseDocuments } from '#host/roll/case-documents.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { callerCard, likelyDuplicates } from '#host/views/caller.queries.ts';
import { getContact, listContacts } from '#host/modules/contacts/contacts.queries.ts';
import { clarifyContact, recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { voidContact } from '#host/modules/contacts/contacts.voiding.service.ts';
import { voidedNumbers } from '#host/schema/numbering.tables.ts';
import { onBothEngines, testStart, type Books } from '#tests/support/books.ts';
import { addFleet } from '../cases/case-fixtures.ts';
import { call, refusalOf } from './sample-contacts.ts';

const rare = '𠮷䶮㛃 🚌 "quotes" <script>alert(1)</script> \'; --';
const dayMs = 86_400_000;

const record = (books: Books, more: Partial<NewContact>) =>
  books.write((tx) => recordContact(tx, { ...call, ...more }));
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work))?.code;

onBothEngines('the register of contacts', (books) => {
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
    expect(await books().read((tx) => getCase(tx, { id: done.caseId ?? '' }, caseDocuments))).toMatchObject({
      symptom: '水温高',
      ownerName: 'technician',
      unit: { id: unitId },
    });
    expect(await codeOf(clarify(3, { kind: 'answered', answer: '' }))).toBe('WRONG_STATE');
    expect((await books().read((tx) => callerCard(tx, { customerId }))).promised).toEqual([]);
  });

  test('a voided entry stays visible with its reason, its number is in the register, its case remains', async () => {
    const { unitId } = await books().write((tx) => addFleet(tx));
    const { id, number, caseId, caseNumber } = await record(books(), {
      unitId,
      summary: '漏水',
      outcome: { kind: 'openCase', ownerId: null },
    });
    const voiding = (version: number) =>
      books().write((tx) => voidContact(tx, { id, version, reason: rare }));
    expect(await codeOf(voiding(2))).toBe('CHANGED_MEANWHILE');
    expect(await voiding(1)).toEqual({
      id,
      version: 2,
      number,
      readingCount: 0,
      telephones: [],
      stays: [{ kind: 'case', id: caseId, name: caseNumber }],
    });
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
      at: testStart + dayMs / 2,
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

  test.each([
    [0, 'tooEarly'],
    [Date.parse('2001-02-03'), 'tooEarly'],
    [Date.parse('2100-01-01'), 'inFuture'],
  ])('a call of moment %i is refused: %s', async (at, code) => {
    const { customerId } = await books().write((tx) => addFleet(tx));
    await expect(record(books(), { customerId, at })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'at', code }] },
    });
  });
});
