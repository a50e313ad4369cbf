import { expect, test } from 'vitest';
import { stockContract } from '#shared/contract/stock.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { people } from '#host/schema/people.tables.ts';
import {
  accountOfPerson,
  createAccount,
  editAccount,
  saveWarehouse,
} from '#host/modules/stock/accounts.service.ts';
import { wellKnownAccount } from '#host/modules/stock/stock.ledger.service.ts';
import { binBalances, listAccounts, listWarehouses } from '#host/modules/stock/stock.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { addAccount, addPart, addWarehouse, receive, unique, move } from './storeroom.ts';

onBothEngines('warehouses and accounts', (books) => {
  test('a warehouse is added once under its code, renamed, and closed when its bins are empty', async () => {
    const code = unique('W');
    const save = (input: Parameters<typeof saveWarehouse>[1]) =>
      books().write((tx) => saveWarehouse(tx, input), books().actors.warehouse);
    const { id } = await save({ id: null, version: 0, code, name: '𠮷库', active: true });
    for (const alike of [code, code.toLowerCase(), ` ${code.replace('-', ' – ')}`])
      await expect(
        save({ id: null, version: 0, code: alike, name: 'other', active: true }),
      ).rejects.toMatchObject({
        code: 'CODE_TAKEN',
        facts: { field: 'code', value: alike, holder: `${code} 𠮷库` },
      });
    expect(await save({ id, version: 1, code, name: '主库', active: true })).toMatchObject({ version: 2 });
    await expect(save({ id, version: 1, code, name: '别的', active: true })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    const bin = await addAccount(books(), id);
    const partId = await addPart(books());
    await receive(books(), bin, partId, 1000, 100);
    await expect(save({ id, version: 2, code, name: '主库', active: false })).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_EMPTY',
    });
    expect((await books().read(listWarehouses)).find((row) => row.id === id)).toMatchObject({
      name: '主库',
      active: true,
    });
    expect((await books().read((tx) => binBalances(tx, [partId]))).get(partId)).toMatchObject([
      { accountId: bin, quantity: 1000, valueFen: 100 },
    ]);
  });

  test('whether an account is inside follows from its kind', async () => {
    const warehouseId = await addWarehouse(books());
    const [bin, scrap] = [await addAccount(books(), warehouseId), await addAccount(books(), null, 'scrap')];
    const all = await books().read((tx) => listAccounts(tx, {}));
    expect(all.find((row) => row.id === bin)?.inside).toBe(true);
    expect(all.find((row) => row.id === scrap)?.inside).toBe(false);
    const bins = await books().read((tx) => listAccounts(tx, { kinds: ['bin'] }));
    expect(bins.every((row) => row.kind === 'bin')).toBe(true);
    expect(stockContract.accounts['~orpc'].outputSchema?.['~standard'].validate(all)).not.toHaveProperty(
      'issues',
    );
  });

  test('refuses codes in use, warehouses that are not there, and a second account of one person', async () => {
    const warehouseId = await addWarehouse(books());
    const personId = books().actors.technician.personId;
    const make = (fields: object) =>
      books().write((tx) =>
        createAccount(tx, {
          code: unique('A'),
          name: 'A',
          kind: 'bin',
          warehouseId,
          personId: null,
          active: true,
          ...fields,
        }),
      );
    await make({ code: 'A-02-1' });
    for (const code of ['A-02-1', 'a-02-1', 'Ａ-02-1', 'A - 02 - 1'])
      await expect(make({ code })).rejects.toMatchObject({
        code: 'CODE_TAKEN',
        facts: { field: 'code', value: code, holder: expect.stringMatching(/^A-02-1 ./) },
      });
    await make({ code: 'A-021' });
    await expect(make({ code: 'out-customer' })).rejects.toMatchObject({ code: 'CODE_TAKEN' });
    await expect(make({ warehouseId: newId() })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'warehouseId' }] },
    });
    await expect(make({ warehouseId: null })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(make({ kind: 'technician', warehouseId: null, personId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await make({ kind: 'technician', warehouseId: null, personId });
    await expect(make({ kind: 'technician', warehouseId: null, personId })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      facts: { field: 'personId', value: expect.stringMatching(/ \(A\S* A\)$/) },
    });
  });

  test('an account given to the wrong person goes to the right one until something was drawn on it', async () => {
    const { warehouse, clerk } = books().actors;
    const code = unique('T');
    const fields = { code, name: code, warehouseId: null, active: true } as const;
    const [wrong, right] = [warehouse.personId ?? '', clerk.personId ?? ''];
    const { id } = await books().write((tx) =>
      createAccount(tx, { ...fields, kind: 'technician', personId: wrong }),
    );
    const edit = (change: object, version: number) =>
      books().write((tx) => editAccount(tx, { id, version, ...fields, ...change }));
    await edit({ personId: right }, 1);
    // The person is free again, and who has an account in use gets no second one.
    const other = await books().write((tx) => accountOfPerson(tx, wrong));
    await expect(edit({ personId: wrong }, 2)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await books().write(async (tx) => {
      const { version, name, code: its } = (await listAccounts(tx, {})).find((one) => one.id === other)!;
      await editAccount(tx, { id: other, version, code: its, name, warehouseId: null, active: false });
    });
    await edit({ personId: wrong }, 2);
    const bin = await addAccount(books(), await addWarehouse(books()));
    const partId = await addPart(books());
    await receive(books(), bin, partId, 1000, 100);
    await move(books(), partId, bin, id, 1000);
    await expect(edit({ personId: right }, 3)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'personId', code: 'accountUsed' }] },
    });
  });

  test('the account of a person is made when it is first needed, and never again', async () => {
    const { leader } = books().actors;
    const made = await books().write((tx) => accountOfPerson(tx, leader.personId ?? ''));
    expect(await books().write((tx) => accountOfPerson(tx, leader.personId ?? ''))).toBe(made);
    const row = (await books().read((tx) => listAccounts(tx, { kinds: ['technician'] }))).find(
      (one) => one.id === made,
    );
    expect(row).toMatchObject({ name: leader.name, personId: leader.personId, inside: true });
    const left = newId<'person'>();
    await books().write((tx) =>
      tx.db
        .insert(people)
        .values({
          id: left,
          signInName: left,
          name: 'left',
          roles: [],
          passwordHash: '',
          active: false,
          createdAt: tx.now,
          version: 1,
        })
        .returning(),
    );
    await expect(books().write((tx) => accountOfPerson(tx, left))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('an account that holds parts stays open, and one that has held some stays in its warehouse', async () => {
    const [warehouseId, other] = [await addWarehouse(books()), await addWarehouse(books())];
    const id = await addAccount(books(), warehouseId);
    const code = unique('A');
    const edit = (fields: object, version: number) =>
      books().write((tx) =>
        editAccount(tx, { id, version, code, name: '库位', warehouseId, active: true, ...fields }),
      );
    expect(await edit({ warehouseId: other }, 1)).toMatchObject({ version: 2 });
    await receive(books(), id, await addPart(books()), 1000, 100);
    await expect(edit({}, 2)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'warehouseId', code: 'fixed' }] },
    });
    await expect(edit({ warehouseId: other, active: false }, 2)).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_EMPTY',
    });
    await expect(edit({ warehouseId: other }, 1)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await expect(edit({ id: newId() }, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the accounts the program relies on keep their codes and stay in use', async () => {
    const id = await books().write((tx) => wellKnownAccount(tx, 'supplier'));
    const edit = (fields: object) =>
      books().write((tx) =>
        editAccount(tx, {
          id,
          version: 1,
          code: 'OUT-SUPPLIER',
          name: '供应商',
          warehouseId: null,
          active: true,
          ...fields,
        }),
      );
    await expect(edit({ code: 'X' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(edit({ active: false })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await edit({ name: '各供应商' })).toMatchObject({ version: 2 });
  });
});
