import { expect, test } from 'vitest';
import { sortedByName, sortKeyOf } from '#host/modules/sort-key.ts';

const inOrder = (names: readonly string[], isPerson?: boolean) =>
  sortedByName(
    names.map((name) => ({ name })),
    isPerson,
  ).map(({ name }) => name);

test('digits, letters, then Chinese by pinyin, by tone, by character', () => {
  const names = [
    '张三',
    '安徽客运',
    '8路车队',
    '连云港',
    '李四',
    '章三',
    '长春客车',
    '重庆公交',
    'Zhongtong',
    'abc 修理',
  ];
  expect(inOrder(names)).toEqual([
    '8路车队',
    'abc 修理',
    'Zhongtong',
    '安徽客运',
    '长春客车',
    '重庆公交',
    '李四',
    '连云港',
    '张三',
    '章三',
  ]);
});

test('a shorter name comes before a longer one that begins with it, and ü after u', () => {
  expect(inOrder(['绿地公司', '陆地', '绿地'])).toEqual(['陆地', '绿地', '绿地公司']);
});

test('a person is read by their surname', () => {
  expect(inOrder(['单雄信', '董平', '曾国藩', '赵云'], true)).toEqual(['董平', '单雄信', '曾国藩', '赵云']);
});

test('a key is never empty and never longer than a cursor takes', () => {
  for (const name of ['…', ' ', '𠮷', '—', '重'.repeat(200), 'x'.repeat(200)]) {
    const key = sortKeyOf(name);
    expect(key).not.toBe('');
    expect(JSON.stringify([key, '0'.repeat(26)]).length).toBeLessThanOrEqual(400);
    expect(key.isWellFormed()).toBe(true);
  }
});
