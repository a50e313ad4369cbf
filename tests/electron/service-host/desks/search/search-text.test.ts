import { describe, expect, test } from 'vitest';
import { isFoundBy } from '#shared/domain/found-by.ts';
import { searchText, withFindable } from '#host/desks/search/search-text.ts';

describe('what a record is found by', () => {
  test.each([
    ['王小明', ['王小明', 'wangxiaoming', 'wxm', 'wangxm']],
    ['单田芳', ['单田芳', 'dantianfang', 'shantianfang', 'chantianfang', 'dtf', 'stf', 'ctf']],
    ['吕志强', ['lvzhiqiang', 'luzhiqiang', 'lzq', 'lvzq', 'luzq']],
    ['Müller', ['mvller']],
    ['Ａ－02', ['a02']],
    ['粤B·3K721D', ['粤b3k721d', 'yueb3k721d', 'yb3k721d']],
    // Too long for a name: nobody types the first character alone in full.
    ['市第二公交公司', ['市第二公交公司', 'shidiergongjiaogongsi', 'sdegjgs']],
  ])('%s', (text, forms) => {
    const found = searchText([text]).split('\n');
    expect(found).toEqual(expect.arrayContaining(forms));
  });

  test('a long name has no form of its own for its first character', () => {
    expect(searchText(['市第二公交公司'])).not.toContain('shidegjgs');
  });
});

describe('a choice', () => {
  const [row] = withFindable([{ code: 'W02', name: '王小明' }], ({ code, name }) => [code, name]);
  const choice = { label: '王小明 服务员', findable: row?.findable };

  test.each([
    '王',
    '小明',
    'wxm',
    'WXM',
    'ｗｘｍ',
    'wangxiaoming',
    'wangxm',
    'xiaom',
    'w02',
    '服务员 wxm',
    '',
  ])('is found by “%s”', (typed) => expect(isFoundBy(typed, choice)).toBe(true));

  test.each(['wmx', '王大', 'w03', 'wxm lzq'])('is not found by “%s”', (typed) =>
    expect(isFoundBy(typed, choice)).toBe(false),
  );

  test('without a word of the host is found by its label', () => {
    expect(isFoundBy('服务', { label: '服务员' })).toBe(true);
    expect(isFoundBy('fwy', { label: '服务员' })).toBe(false);
  });
});
