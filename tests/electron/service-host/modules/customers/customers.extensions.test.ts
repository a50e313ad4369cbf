import { expect, test } from 'vitest';
import * as queries from '#host/modules/customers/customers.queries.ts';
import * as service from '#host/modules/customers/customers.service.ts';
import { searchIds } from '#host/desks/search/search.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { customerInput } from './sample-customers.ts';

onBothEngines('extensions of a switchboard', (books) => {
  const person = (name: string, shown: string) => ({
    name,
    position: '',
    notes: '',
    active: true,
    telephones: [{ shown }],
  });
  const behind = async (telephone: string) => {
    const [caller] = await books().read((tx) => queries.callersByTelephone(tx, telephone));
    if (!caller) return undefined;
    const persons = await books().read((tx) => queries.contactPersonRows(tx, caller.customerId));
    return persons.find(({ id }) => id === caller.contactPersonId)?.name ?? null;
  };

  test('are kept and told apart; without one, nobody is taken for the caller', async () => {
    const { id } = await books().write((tx) =>
      service.createCustomer(tx, customerInput('总机', '85551234转801', '85551234转802')),
    );
    expect((await books().read((tx) => queries.getCustomer(tx, { id }))).telephones).toEqual([
      '85551234转801',
      '85551234转802',
    ]);
    const { id: other } = await books().write((tx) => service.createCustomer(tx, customerInput('分机各人')));
    await books().write(async (tx) => {
      await service.addContactPerson(tx, { customerId: other, ...person('甲', '0771-66005500转801') });
      await service.addContactPerson(tx, { customerId: other, ...person('乙', '0771-66005500转802') });
    });
    expect(await behind('0771-6600 5500转801')).toBe('甲');
    expect(await behind('0771-66005500#802')).toBe('乙');
    expect(await behind('0771-66005500')).toBeNull();
    expect(await behind('0771-66005500转803')).toBeNull();
  });

  test("a new one is learnt beside those that are known, and the bare number is everybody's", async () => {
    const { id } = await books().write((tx) =>
      service.createCustomer(tx, customerInput('学习', '0771-66007700转801')),
    );
    const add = (shown: string) =>
      books().write((tx) => service.addTelephone(tx, { customerId: id, contactPersonId: null, shown }));
    expect(await add('0771-66007700转802')).not.toBeNull();
    expect(await add('0771-66007700,801')).toBeNull();
    expect(await add('0771-66007700')).toBeNull();
    expect((await books().read((tx) => queries.getCustomer(tx, { id }))).telephones).toEqual([
      '0771-66007700转801',
      '0771-66007700转802',
    ]);
  });

  test('a number is found behind the country code of China, however the query is written', async () => {
    const { id } = await books().write((tx) =>
      service.createCustomer(tx, customerInput('国家代码', '0771-6688 1234')),
    );
    for (const text of [
      '+86 771 6688 1234',
      '0086 771-66881234',
      '+8677166881234',
      '\u202d+8677166881234\u202c',
    ]) {
      const { rows } = await books().read((tx) => searchIds(tx, 'customer', text));
      expect(rows, text).toContain(id);
    }
  });
});
