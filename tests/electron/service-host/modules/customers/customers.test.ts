import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { customersContract } from '#shared/contract/customers.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import * as queries from '#host/modules/customers/customers.queries.ts';
import * as service from '#host/modules/customers/customers.service.ts';
import { telephones } from '#host/schema/customers.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { customerInput, personInput, telephonesOf } from './sample-customers.ts';

const rare = '𠮷䶮㛃 "o\'k" <script>alert(1)</script> 🚌';

onBothEngines('customers', (books) => {
  const create = (input: Parameters<typeof service.createCustomer>[1]) =>
    books().write((tx) => service.createCustomer(tx, input));
  const get = (id: string) => books().read((tx) => queries.getCustomer(tx, { id }));
  const find = async (telephone: string) =>
    (await books().read((tx) => queries.callersByTelephone(tx, telephone)))[0];

  test('two fields open a file; it comes back as it was typed, and is in the audit trail', async () => {
    const { id, version, contactPersonId } = await create({
      ...customerInput(rare, '0755-8220 6617'),
      notes: `${rare}\n2`,
    });
    expect({ version, contactPersonId }).toEqual({ version: 1, contactPersonId: null });
    const file = await get(id);
    expect(file).toMatchObject({
      name: rare,
      notes: `${rare}\n2`,
      telephones: ['0755-8220 6617'],
      persons: [],
      version: 1,
    });
    const [row] = await auditOf(books(), id);
    expect(row).toMatchObject({
      act: 'customers.create',
      personName: 'clerk',
      before: null,
      after: { name: rare },
    });
  });

  test('the first person comes with the file, and others later', async () => {
    const person = { name: '王建国', position: '车队长', telephones: telephonesOf('138 0133 4410') };
    const { id, contactPersonId } = await create({ ...customerInput('市第二公交公司'), person });
    const second = await books().write((tx) =>
      service.addContactPerson(tx, { customerId: id, ...personInput('李梅', '139 0000 0001') }),
    );
    const gone = {
      id: second.id,
      version: 1,
      ...personInput('李梅', '139 0000 0002', '139 0000 0001'),
      active: false,
    };
    await books().write((tx) => service.editContactPerson(tx, gone), books().actors.leader);
    // Who comes second is told who was faster, and what stands there now.
    const late = { ...gone, notes: '午休 12 点' };
    await expect(books().write((tx) => service.editContactPerson(tx, late))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { kind: 'customer', id, by: 'leader', current: { version: 2, active: false } },
    });
    expect((await get(id)).persons).toEqual([
      {
        id: contactPersonId,
        version: 1,
        name: '王建国',
        position: '车队长',
        notes: '',
        active: true,
        telephones: ['138 0133 4410'],
        findable: expect.stringContaining('wjg'),
      },
      {
        id: second.id,
        version: 2,
        name: '李梅',
        position: '',
        notes: '',
        active: false,
        telephones: ['139 0000 0002', '139 0000 0001'],
        findable: expect.stringContaining('limei'),
      },
    ]);
    expect((await auditOf(books(), id)).map((row) => row.act)).toEqual([
      'customers.create',
      'customers.addPerson',
      'customers.editPerson',
    ]);
    expect(await find('13801334410')).toMatchObject({ customerId: id, contactPersonId });
  });

  test('an edit replaces the numbers, and those that stay keep their identity', async () => {
    const { id } = await create(customerInput('换号公司', '0755-11112222', '0755-33334444'));
    const before = await rowsOf(books(), id);
    const input = {
      ...customerInput('换号公司', '0755 3333 4444', '0755-55556666', '0755-55556666', ' '),
      id,
      version: 1,
    };
    expect(await books().write((tx) => service.editCustomer(tx, input))).toEqual({ id, version: 2 });
    const after = await rowsOf(books(), id);
    expect(after.map((row) => row.shown)).toEqual(['0755 3333 4444', '0755-55556666']);
    expect(after[0]?.id).toBe(before[1]?.id);
    const row = (await auditOf(books(), id)).at(-1);
    expect(row).toMatchObject({
      act: 'customers.edit',
      before: { telephones: ['0755-11112222', '0755-33334444'] },
    });
    expect(await find('0755-11112222')).toBeUndefined();
  });

  test('who saves an older version is refused and told the file as it is now', async () => {
    const { id } = await create(customerInput('同时改', '0755-77778888'));
    await books().write(
      (tx) => service.editCustomer(tx, { ...customerInput('甲改的', '0755-77778888'), id, version: 1 }),
      books().actors.leader,
    );
    const late = books().write((tx) =>
      service.editCustomer(tx, { ...customerInput('乙改的'), id, version: 1 }),
    );
    await expect(late).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'leader', current: { name: '甲改的', version: 2, telephones: ['0755-77778888'] } },
    });
    expect((await get(id)).telephones).toEqual(['0755-77778888']);
  });

  test('a number noted during a call is added once, and an open form does not take it away', async () => {
    const { id } = await create(customerInput('来电公司', '0755-20000001'));
    const note = (shown: string) =>
      books().write((tx) => service.addTelephone(tx, { customerId: id, contactPersonId: null, shown }));
    await note('+86 137 0000 0001');
    await note('13700000001');
    await note('');
    expect((await get(id)).telephones).toEqual(['0755-20000001', '+86 137 0000 0001']);
    expect((await auditOf(books(), id)).map((row) => row.act)).toEqual([
      'customers.create',
      'customers.addTelephone',
    ]);
    const stale = books().write((tx) =>
      service.editCustomer(tx, { ...customerInput('来电公司'), id, version: 1 }),
    );
    await expect(stale).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const foreign = { customerId: id, contactPersonId: newId<'contactPerson'>(), shown: '1' };
    await expect(books().write((tx) => service.addTelephone(tx, foreign))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('what is not there is refused', async () => {
    const id = newId<'customer'>();
    const notFound = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await notFound(get(id));
    await notFound(
      books().write((tx) => service.editCustomer(tx, { ...customerInput('x'), id, version: 1 })),
    );
    await notFound(
      books().write((tx) => service.addContactPerson(tx, { customerId: id, ...personInput('x') })),
    );
    await notFound(
      books().write((tx) => service.editContactPerson(tx, { id, version: 1, ...personInput('x') })),
    );
    await notFound(
      books().write((tx) => service.addTelephone(tx, { customerId: id, contactPersonId: null, shown: '1' })),
    );
    expect(await books().read((tx) => queries.customerForCard(tx, id))).toBeUndefined();
  });
});

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['a name of 81 characters', { name: '名'.repeat(81) }, 'name'],
  ['a kind that is none', { kind: 'ship' }, 'kind'],
  ['letters in a number', { telephones: [{ shown: '0755-CALL' }] }, 'telephones.0.shown'],
  [
    '21 numbers',
    { telephones: telephonesOf(...Array.from({ length: 21 }, (_, one) => `1380000${one}`)) },
    'telephones',
  ],
  ['a NUL', { notes: 'a\u0000b' }, 'notes'],
  ['a half surrogate', { name: 'a\ud800' }, 'name'],
  ['a negative distance', { distanceKm: -1 }, 'distanceKm'],
  ['a field nobody knows', { colour: 'red' }, ''],
])('the contract refuses %s', async (_, wrong, path) => {
  const schema = customersContract.create['~orpc'].inputSchema;
  const result = await schema?.['~standard'].validate({
    operationId: newId(),
    ...customerInput('名称'),
    ...wrong,
  });
  expect(result?.issues?.map((issue) => (issue.path ?? []).map(String).join('.'))).toContain(path);
});

async function auditOf(books: Books, id: string) {
  return books.read((tx) =>
    tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.sequence),
  );
}

async function rowsOf(books: Books, customerId: string) {
  return books.read((tx) =>
    tx.db.select().from(telephones).where(eq(telephones.customerId, customerId)).orderBy(telephones.position),
  );
}
