import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { refusalSentence } from '#shared/messages/refusal-sentence.ts';
import { editCase } from '#host/modules/cases/cases.service.ts';
import { recordContact, type NewContact } from '#host/modules/contacts/contacts.service.ts';
import { cases } from '#host/schema/cases.tables.ts';
import { units } from '#host/schema/units.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { addFleet } from '../cases/case-fixtures.ts';
import { call, refusalOf } from '../contacts/sample-contacts.ts';

const record = (books: Books, more: Partial<NewContact>) =>
  books.write((tx) => recordContact(tx, { ...call, ...more }));

/** Two fleets, and an open case about the bus of the first. */
async function twoFleets(books: Books) {
  const one = await books.write((tx) => addFleet(tx, '市第二公交公司'));
  const other = await books.write((tx) => addFleet(tx, '顺达客运'));
  const { caseId } = await record(books, {
    unitId: one.unitId,
    summary: '漏水',
    outcome: { kind: 'openCase', ownerId: null },
  });
  return { one, other, caseId: caseId ?? '' };
}

onBothEngines('what belongs together', (books) => {
  test('a call names one customer, with the unit, the person and the case of that customer', async () => {
    const { one, other, caseId } = await twoFleets(books());
    const joinCase = { kind: 'joinCase', caseId } as const;
    const strange: readonly Partial<NewContact>[] = [
      { customerId: one.customerId, unitId: other.unitId },
      { customerId: one.customerId, contactPersonId: other.personId },
      { customerId: other.customerId, outcome: joinCase },
      { unitId: other.unitId, outcome: joinCase },
      { newCustomer: { name: '新客户' }, unitId: one.unitId },
      { newCustomer: { name: '新客户' }, outcome: joinCase },
    ];
    for (const more of strange)
      expect((await refusalOf(record(books(), more)))?.code).toBe('DOES_NOT_BELONG');
    const both = await refusalOf(
      record(books(), { customerId: one.customerId, newCustomer: { name: '新客户' } }),
    );
    expect(both?.facts).toEqual({ issues: [{ path: 'newCustomer', code: 'oneOfTwo' }] });
    await record(books(), { customerId: one.customerId, unitId: one.unitId, outcome: joinCase });
  });

  test('what is refused is said by name, in both languages', async () => {
    const { one, other } = await twoFleets(books());
    const refusal = await refusalOf(record(books(), { customerId: one.customerId, unitId: other.unitId }));
    if (refusal?.code !== 'DOES_NOT_BELONG') throw new Error('the unit is somebody else’s');
    const facts = refusal.facts as Parameters<typeof refusalSentence<'DOES_NOT_BELONG'>>[2];
    expect(refusalSentence('zh-CN', 'DOES_NOT_BELONG', facts)).toContain('不属于客户“市第二公交公司”');
    expect(refusalSentence('en', 'DOES_NOT_BELONG', facts)).toContain(
      'does not belong to the customer “市第二公交公司”',
    );
  });

  test('a case stays about its unit when the unit is sold on, and gets none of another customer', async () => {
    const { one, other, caseId } = await twoFleets(books());
    await books().write((tx) =>
      tx.db.update(units).set({ customerId: other.customerId }).where(eq(units.id, one.unitId)),
    );
    const [found] = await books().read((tx) => tx.db.select().from(cases).where(eq(cases.id, caseId)));
    if (!found) throw new Error('the case is there');
    const { contactPersonId, category, faultGroup, urgency, symptom, ownerId, version } = found;
    const fields = { id: caseId, contactPersonId, category, faultGroup, urgency, symptom, ownerId };
    const edit = (seen: number, unitId: string | null, personId = contactPersonId) =>
      books().write((tx) => editCase(tx, { ...fields, version: seen, unitId, contactPersonId: personId }));
    const saved = await edit(version, one.unitId);
    // Who had the unit then calls about the case of then.
    await record(books(), { customerId: one.customerId, outcome: { kind: 'joinCase', caseId } });
    expect((await refusalOf(edit(saved.version, other.unitId)))?.code).toBe('DOES_NOT_BELONG');
    expect((await refusalOf(edit(saved.version, one.unitId, other.personId)))?.code).toBe('DOES_NOT_BELONG');
  });
});
