import { expect, test } from 'vitest';
import { codeKey, keysOfExisting } from '#shared/domain/code-key.ts';

test.each(['ZT-1A', 'zt-1a', 'ＺＴ-1A', 'ZT - 1A', ' ZT\u20131A', 'ZT\u22121\u200bA', 'ZT\uFF0D1\u00a0a'])(
  '%s is ZT-1A',
  (code) => {
    expect(codeKey(code)).toBe('ZT-1A');
  },
);

test.each([
  ['A-1-11', 'A-11-1'],
  ['1.5', '15'],
  ['M8/1', 'M8-1'],
  ['ZT1A', 'ZT-1A'],
  ['𠮷', '吉'],
])('%s and %s are two', (one, other) => {
  expect(codeKey(one)).not.toBe(codeKey(other));
});

test('of codes that are alike already the first has the key, and no typed code that of a later one', () => {
  const keys = keysOfExisting(['ZT-1A', 'B', 'zt-1a', 'ＺＴ-1A']);
  expect(keys).toEqual(['ZT-1A', 'B', 'ZT-1A 2', 'ZT-1A 3']);
  expect(codeKey('ZT-1A 2')).not.toBe('ZT-1A 2');
});
