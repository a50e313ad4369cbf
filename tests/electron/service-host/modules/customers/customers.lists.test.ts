import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { contacts } from '#host/schema/contacts.tables.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { sheets } from '#host/roll/sheets.ts';
import * as queries from '#host/modules/customers/customers.queries.ts';
import * as service from '#host/modules/customers/customers.service.ts';
import { searchIds } from '#host/desks/search/search.queries.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { filledRow } from '#tests/support/fill-row.ts';
import { readExcel, textsOf } from '#tests/support/read-excel.ts';
import { customerInput, telephonesOf } from './sample-customers.ts';

const rare = '𠮷䶮㛃 "o\'k" <script>alert(1)</script> 🚌';

onBothEngines('finding customers', (books) => {
  const create = (input: Parameters<typeof service.createCustomer>[1]) =>
    books().write((tx) => service.createCustomer(tx, input));
  const find = async (telephone: string) =>
    (await books().read((tx) => queries.callersByTelephone(tx, telephone)))[0];

  test('a caller is found however the number is written or announced', async () => {
    const mobile = await create({
      ...customerInput('手机'),
      person: { name: '赵', position: '', telephones: telephonesOf('135 0133 4410') },
    });
    const landline = await create(customerInput('座机', '0571-8330 6617'));
    const short = await create(customerInput('短号', '8440 7728'));
    const called = (id: string, contactPersonId: string | null = null) => ({
      customerId: id,
      contactPersonId,
      customerActive: true,
    });
    for (const number of [
      '135 0133 4410',
      '+86 135-0133-4410',
      '013501334410',
      '8613501334410',
      '135 0133 4410',
    ])
      expect(await find(number), number).toEqual(called(mobile.id, mobile.contactPersonId));
    for (const number of [
      '0571-8330 6617',
      '+86 571 8330 6617',
      '57183306617',
      '0571 83306617',
      '83306617',
      '8330-6617',
    ])
      expect(await find(number), number).toEqual(called(landline.id));
    for (const number of ['84407728', '0755-84407728', '010 8440 7728', '+86 755 8440 7728'])
      expect(await find(number), number).toEqual(called(short.id));
    for (const number of ['', '-', '1', '3306617', '0755-83306617', '13501334411', '0133 4410', '01334410'])
      expect(await find(number), number).toBeUndefined();
  });

  test('digits typed in any grouping find the same caller', async () => {
    const made = await create(customerInput('任意格式', '0459-6123 457'));
    const marks = fc.array(fc.constantFrom('', ' ', '-', '(', ')', '　'), { minLength: 11, maxLength: 11 });
    await fc.assert(
      fc.asyncProperty(marks, fc.boolean(), async (separators, isFullWidth) => {
        const digit = (character: string) =>
          isFullWidth ? String.fromCodePoint(character.charCodeAt(0) + 0xfee0) : character;
        const shown = [...'04596123457']
          .map((character, place) => digit(character) + (separators[place] ?? ''))
          .join('');
        expect((await find(shown))?.customerId).toBe(made.id);
      }),
      { numRuns: 25 },
    );
  });

  test('with several the one in contact last calls, else the newest, else the one in use', async () => {
    const first = await create(customerInput('共用一', '0755-60000000'));
    books().pass(1000);
    const second = await create(customerInput('共用二', '0755-60000000'));
    expect((await find('0755-60000000'))?.customerId).toBe(second.id);
    await insertContact(books(), first.id);
    expect((await find('0755-60000000'))?.customerId).toBe(first.id);
    const inactive = { ...customerInput('共用一', '0755-60000000'), active: false, id: first.id, version: 1 };
    await books().write((tx) => service.editCustomer(tx, inactive));
    expect((await find('0755-60000000'))?.customerId).toBe(second.id);
  });

  test('a customer is found by name, region, address, people and all digits, and the list is narrowed by that', async () => {
    const person = { name: '欧阳修远', position: '', telephones: telephonesOf('136 7777 8888') };
    const { id } = await create({
      ...customerInput('温州旅运集团', '0577-12340000'),
      region: '浙江温州',
      address: '鹿城区飞霞路',
      person,
    });
    for (const text of ['温州', 'wzly', '浙江', '飞霞', '欧阳', 'oyxy', '6777788', '0577-1234', '旅运 8888'])
      expect((await books().read((tx) => searchIds(tx, 'customer', text))).rows, text).toEqual([id]);
    const page = await list(books(), { filter: { text: '温州旅运', active: true } });
    expect(page).toMatchObject({
      rows: [{ id, telephones: ['0577-12340000', '136 7777 8888'], unitCount: 0, openCaseCount: 0 }],
      next: null,
    });
    expect((await list(books(), { filter: { text: '没有这家' } })).rows).toEqual([]);
    expect((await list(books(), { filter: { text: '温州旅运', active: false } })).rows).toEqual([]);
  });

  test('pages follow each other without gap or repetition', async () => {
    const all = await list(books(), { limit: 500 });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(books(), { limit: 3, after });
      seen.push(...page.rows.map((row) => row.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(all.rows.map((row) => row.id));
    await expect(list(books(), { after: 'nonsense' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('names and cards for other modules', async () => {
    const { id } = await create({
      ...customerInput('卡片公司'),
      distanceClass: 'far',
      distanceKm: 120,
      notes: '付现',
    });
    const card = await books().read((tx) => queries.customerForCard(tx, id));
    expect(card).toEqual({
      id,
      name: '卡片公司',
      importance: 'normal',
      distanceClass: 'far',
      distanceKm: 120,
      address: '',
      notes: '付现',
      unitCount: 0,
      openCaseCount: 0,
    });
    const names = await books().read((tx) => queries.customerNames(tx, [id, id, newId()]));
    expect([...names]).toEqual([[id, '卡片公司']]);
    expect([...(await books().read((tx) => queries.customerNames(tx, [])))]).toEqual([]);
  });

  test('the list as an Excel file keeps every character and makes no formula', async () => {
    await create({ ...customerInput('=HYPERLINK("x")', '+86 130 0000 0009'), notes: rare });
    const sheet = await books().read((tx) =>
      sheets['customers.exportList'](
        tx,
        {
          filter: {},
          sort: { by: 'name', descending: false },
          columns: ['name', 'kind', 'telephones', 'notes'],
        },
        'zh-CN',
      ),
    );
    const cells = await readExcel(await excelFile(sheet.name, sheet.columns, sheet.rows));
    const line = cells.find((row) => row[0]?.value === '=HYPERLINK("x")');
    expect(line?.[0]?.kind).toBe('text');
    expect(line?.[2]).toEqual({ value: '+86 130 0000 0009', kind: 'text' });
    expect(line?.some((cell) => cell?.value === rare)).toBe(true);
    expect(cells.flat().filter((cell) => cell?.kind === 'formula')).toEqual([]);
    expect(cells).toHaveLength((await list(books(), { limit: 500 })).rows.length + 1);
  });

  test('the file follows the list: its filter, its order and the columns shown', async () => {
    const name = '随列表导出公司';
    await create({ ...customerInput(`${name}一`, '13000000011', '13000000012'), importance: 'watched' });
    books().pass(1);
    await create({ ...customerInput(`${name}二`), region: '江苏' });
    await create({ ...customerInput(`${name}三`), active: false });
    const sheet = await books().read((tx) =>
      sheets['customers.exportList'](
        tx,
        {
          filter: { text: name, active: true },
          sort: { by: 'createdAt', descending: true },
          columns: ['importance', 'name', 'telephones', 'region'],
        },
        'zh-CN',
      ),
    );
    expect(await textsOf(sheet)).toEqual([
      ['重要程度', '名称', '电话', '地区'],
      ['一般', `${name}二`, '', '江苏'],
      ['关注', `${name}一`, '13000000011、13000000012', ''],
    ]);
  });
});

async function list(books: Books, more: Partial<Parameters<typeof queries.listCustomers>[1]>) {
  return books.read((tx) =>
    queries.listCustomers(tx, { filter: {}, sort: { by: 'name', descending: false }, limit: 100, ...more }),
  );
}

async function insertContact(books: Books, customerId: string): Promise<void> {
  await books.write(async (tx) => {
    const contact = { id: newId<'contact'>(), number: customerId, customerId, at: tx.now };
    await tx.db.insert(contacts).values(filledRow(contacts, contact));
  });
}
