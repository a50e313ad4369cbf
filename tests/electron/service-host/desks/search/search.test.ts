import { expect, test } from 'vitest';
import { theProgram } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import {
  endlessPatience,
  foundBy,
  searchAll,
  searchIds,
  searchKind,
  stopSearchingAfter,
} from '#host/desks/search/search.queries.ts';
import { findParts } from '#host/modules/parts/parts.queries.ts';
import { listCustomers } from '#host/modules/customers/customers.queries.ts';
import { customers } from '#host/schema/customers.tables.ts';
import { indexForSearch } from '#host/desks/search/search.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { startTestHost, wires } from '#tests/support/host.ts';

const records = [
  ['市第二公交公司', '粤B·3K721D', '138 0133 4410'],
  ['重庆长安', '渝A·12345'],
  ['㛃𠮷䶮的店', 'Ａｂｃ－12'],
  ['水泵总成', '1307010-A12'],
  ['吕女士'],
] as const;

/** Query → title of the one record it finds, or null for a miss. */
const queries: readonly (readonly [string, string | null])[] = [
  ['市', '市第二公交公司'],
  ['公交', '市第二公交公司'],
  ['第二公交', '市第二公交公司'],
  ['sdegj', '市第二公交公司'],
  ['gongjiao', '市第二公交公司'],
  ['3k721', '市第二公交公司'],
  ['B3K', '市第二公交公司'],
  ['4410', '市第二公交公司'],
  ['1334', '市第二公交公司'],
  ['公交 4410', '市第二公交公司'],
  ['公交 4411', null],
  ['lvnvshi', '吕女士'],
  ['lunushi', '吕女士'],
  ['lünüshi', '吕女士'],
  ['LÜNV', '吕女士'],
  ['chongqing', '重庆长安'],
  ['zhongqing', '重庆长安'],
  ['cqca', '重庆长安'],
  ['𠮷', '㛃𠮷䶮的店'],
  ['㛃', '㛃𠮷䶮的店'],
  ['abc12', '㛃𠮷䶮的店'],
  ['ＡＢＣ', '㛃𠮷䶮的店'],
  ['sb', '水泵总成'],
  ['010-a1', '水泵总成'],
  ['不存在', null],
  ['x', null],
];

onBothEngines('search', (books) => {
  test('finds any part of it, in characters, pinyin, initials and digits, from the first character on', async () => {
    await books().write(async (tx) => {
      for (const [title, ...more] of records) {
        await indexForSearch(tx, {
          kind: 'customer',
          subjectId: newId(),
          title,
          subtitle: '',
          texts: [title, ...more],
        });
      }
      await indexForSearch(tx, {
        kind: 'part',
        subjectId: newId(),
        title: 'other kind',
        subtitle: '',
        texts: ['公交'],
      });
    });
    for (const [query, title] of queries) {
      const hits = await books().read((tx) => searchKind(tx, 'customer', query, 10));
      expect(
        hits.rows.map((hit) => hit.title),
        query,
      ).toEqual(title === null ? [] : [title]);
    }
  });

  test('an entry brought up to date is found by its new text alone', async () => {
    const subjectId = newId();
    const entry = { kind: 'customer' as const, subjectId, title: 't', subtitle: '' };
    await books().write((tx) => indexForSearch(tx, { ...entry, texts: ['青岛交运'] }));
    await books().write((tx) => indexForSearch(tx, { ...entry, texts: ['温州旅运'] }));
    expect(await books().read((tx) => searchKind(tx, 'customer', '青岛', 10))).toMatchObject({ rows: [] });
    expect((await books().read((tx) => searchKind(tx, 'customer', '旅运', 10))).rows).toHaveLength(1);
  });

  test('a list says when a text is found more often than it looks at', async () => {
    const filtered = (text: string) =>
      books().read(async (tx) => ({
        found: await foundBy(tx, 'customer', customers.id, text),
        list: await listCustomers(tx, {
          filter: { text },
          sort: { by: 'name', descending: false },
          limit: 10,
        }),
      }));
    const index = (count: number) =>
      books().write(async (tx) => {
        for (let made = 0; made < count; made += 1) {
          const texts = ['盐城运输'];
          await indexForSearch(tx, { kind: 'customer', subjectId: newId(), title: '', subtitle: '', texts });
        }
      });
    await index(500);
    expect((await filtered('盐城')).found).toMatchObject({ onlyNewest: undefined });
    expect((await filtered('盐城')).list).toEqual({ rows: [], next: null });
    await index(1);
    expect((await filtered('盐城')).found).toMatchObject({ onlyNewest: 500 });
    expect((await filtered('盐城')).list).toEqual({ rows: [], next: null, onlyNewest: 500 });
    expect((await filtered('')).found).toEqual({
      where: undefined,
      onlyNewest: undefined,
      isUnfinished: false,
    });
  });

  test('goes on past many that only share the characters, and says so when it stopped before the end', async () => {
    // Every piece of three characters of the word stands in each of these, the word itself in the oldest alone.
    const word = '晋江鲤城';
    const [oldest] = await index([word], 1);
    await index(['晋江鲤', '江鲤城'], 300);
    const found = (limit: number) => books().read((tx) => searchKind(tx, 'customer', word, limit));
    expect(await found(3)).toMatchObject({ rows: [{ id: oldest }], isUnfinished: false });
    const list = () =>
      books().read((tx) =>
        listCustomers(tx, { filter: { text: word }, sort: { by: 'name', descending: false }, limit: 10 }),
      );
    expect(await list()).toEqual({ rows: [], next: null });
    const asBefore = stopSearchingAfter(0);
    try {
      expect(await found(3)).toEqual({ rows: [], isUnfinished: true });
      // A whole round is always looked at; this one ends with the last candidate.
      expect(await found(400)).toMatchObject({ rows: [{ id: oldest }], isUnfinished: false });
      await index(['晋江鲤', '江鲤城'], 300);
      expect(await list()).toEqual({ rows: [], next: null, isUnfinished: true });
      expect(await books().read((tx) => searchIds(tx, 'customer', word, 3, endlessPatience))).toEqual({
        rows: [oldest],
        isUnfinished: false,
      });
      expect(await books().read((tx) => findParts(tx, { text: word }))).toEqual({
        rows: [],
        isUnfinished: false,
      });
      const all = await books().read((tx) => searchAll(tx, { text: word, limit: 5 }));
      expect(all).toEqual({ rows: [], isUnfinished: true });
    } finally {
      asBefore();
    }
    expect(await books().read((tx) => searchAll(tx, { text: word, limit: 5 }))).toMatchObject({
      rows: [{ id: oldest }],
      isUnfinished: false,
    });
  });

  /** Makes so many customers findable by these texts. Returns their ids. */
  const index = (texts: readonly string[], count: number) =>
    books().write(async (tx) => {
      const ids = Array.from({ length: count }, () => newId<'customer'>());
      for (const subjectId of ids)
        await indexForSearch(tx, { kind: 'customer', subjectId, title: '', subtitle: '', texts });
      return ids;
    });
});

test.each(wires)('an unfinished search says so over %s', async (wire) => {
  const host = await startTestHost();
  await host.host.parts.database.write(theProgram, async (tx) => {
    for (let made = 0; made < 8; made += 1) {
      const texts = ['晋江鲤', '江鲤城'];
      await indexForSearch(tx, { kind: 'part', subjectId: newId(), title: '', subtitle: '', texts });
    }
  });
  const clerk = host.client(wire, await host.signIn('clerk'));
  const asBefore = stopSearchingAfter(0);
  try {
    const nothing = { rows: [], isUnfinished: true };
    expect(await clerk.search.all({ text: '晋江鲤城', limit: 4 })).toEqual(nothing);
    expect(await clerk.search.all({ text: '晋江鲤', limit: 4 })).toMatchObject({ isUnfinished: false });
  } finally {
    asBefore();
    await host.close();
  }
});

test('the limit of a search over every kind is one for all of them, and none crowds the others out', async () => {
  const host = await startTestHost();
  await host.host.parts.database.write(theProgram, async (tx) => {
    for (const [kind, count] of [
      ['customer', 9],
      ['unit', 2],
      ['part', 9],
    ] as const)
      for (let made = 0; made < count; made += 1) {
        const texts = ['鲤城客运'];
        await indexForSearch(tx, { kind, subjectId: newId(), title: '', subtitle: '', texts });
      }
  });
  try {
    const clerk = host.client('http', await host.signIn('clerk'));
    const { rows } = await clerk.search.all({ text: '鲤城', limit: 8 });
    const kinds = Object.groupBy(rows, ({ kind }) => kind);
    expect(Object.entries(kinds).map(([kind, of]) => [kind, of.length])).toEqual([
      ['customer', 3],
      ['unit', 2],
      ['part', 3],
    ]);
  } finally {
    await host.close();
  }
});
