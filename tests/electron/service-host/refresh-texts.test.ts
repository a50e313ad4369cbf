import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { refreshTexts } from '#host/refresh-texts.ts';
import { listCustomers } from '#host/modules/customers/customers.queries.ts';
import { createCustomer, editCustomer } from '#host/modules/customers/customers.service.ts';
import { customers } from '#host/schema/customers.tables.ts';
import { createPart, editPart } from '#host/modules/parts/parts.service.ts';
import { listParts } from '#host/modules/parts/parts.queries.ts';
import { parts } from '#host/schema/parts.tables.ts';
import { searchKind } from '#host/desks/search/search.queries.ts';
import { gramsOfText } from '#host/desks/search/search.rules.ts';
import { searchEntries } from '#host/schema/search.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { plainCustomer, plainPart } from '#tests/support/plain-records.ts';

const names = ['张家港客运', '吕梁公交', '安庆公交', '重庆公交', '8路车队'];
const byPinyin = ['8路车队', '安庆公交', '重庆公交', '吕梁公交', '张家港客运'];
const sort = { by: 'name', descending: false } as const;

onBothEngines('names in lists', (books) => {
  const customerNames = async () => {
    const first = await books().read((tx) => listCustomers(tx, { filter: {}, sort, limit: 3 }));
    const rest = await books().read((tx) =>
      listCustomers(tx, { filter: {}, sort, limit: 3, after: first.next ?? '' }),
    );
    return [...first.rows, ...rest.rows].map(({ name }) => name);
  };
  const partNames = async (by: 'name' | 'category') => {
    const page = await books().read((tx) =>
      listParts(tx, { filter: {}, sort: { by, descending: false }, limit: 9 }),
    );
    return page.rows.map((row) => row[by]);
  };
  const hits = async (text: string) =>
    (await books().read((tx) => searchKind(tx, 'customer', text, 9))).rows.map(({ title }) => title);
  const writeAll = async () => {
    for (const [index, name] of names.entries()) {
      await books().write(async (tx) => {
        await createCustomer(tx, { ...plainCustomer, name, telephones: [], person: null });
        await createPart(tx, { ...plainPart, number: `P${index}`, name, category: name });
      });
    }
  };

  test('of books that an older program wrote get their keys and their forms at the next start, once', async () => {
    await writeAll();
    await books().write(async (tx) => {
      await tx.db.update(customers).set({ sortName: '' });
      await tx.db.update(parts).set({ sortName: '', sortCategory: '' });
      const [entry] = await tx.db.select().from(searchEntries).where(eq(searchEntries.title, '吕梁公交'));
      if (!entry) throw new Error('it can be found');
      const text = entry.text
        .split('\n')
        .filter((form) => !form.startsWith('lu'))
        .join('\n');
      await tx.db.update(searchEntries).set({ text, form: 1 }).where(eq(searchEntries.key, entry.key));
      await tx.grams.put(entry.key, gramsOfText('customer', text));
    });
    expect(await hits('luliang')).toEqual([]);

    await refreshTexts(books().database);
    expect(await customerNames()).toEqual(byPinyin);
    expect([await partNames('name'), await partNames('category')]).toEqual([byPinyin, byPinyin]);
    for (const typed of ['lvliang', 'luliang', 'lüliang']) expect(await hits(typed)).toEqual(['吕梁公交']);
    const before = await books().read((tx) => tx.db.select().from(searchEntries));
    await refreshTexts(books().database);
    expect(await books().read((tx) => tx.db.select().from(searchEntries))).toEqual(before);
  });

  test('are sorted by pinyin, page by page, and after a change too', async () => {
    expect(await customerNames()).toEqual(byPinyin);
    expect([await partNames('name'), await partNames('category')]).toEqual([byPinyin, byPinyin]);
    await books().write(async (tx) => {
      const [customer] = await tx.db.select().from(customers).where(eq(customers.name, '张家港客运'));
      const [part] = await tx.db.select().from(parts).where(eq(parts.name, '张家港客运'));
      if (!customer || !part) throw new Error('both were written');
      const { id, version } = customer;
      await editCustomer(tx, { ...plainCustomer, id, version, name: '巴中客运', telephones: [] });
      await editPart(tx, { ...plainPart, id: part.id, version: 1, number: part.number, name: '巴中客运' });
    });
    const changed = ['8路车队', '安庆公交', '巴中客运', '重庆公交', '吕梁公交'];
    expect(await customerNames()).toEqual(changed);
    expect(await partNames('name')).toEqual(changed);
  });
});
