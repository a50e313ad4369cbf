import { expect, test } from 'vitest';
import { isWeakPassword, isWeakPin } from '#host/modules/people/passwords.rules.ts';

test.each([
  ['short 7', 'too short'],
  ['        ', 'blanks'],
  ['　　　　　　　　', 'blanks of Chinese width'],
  ['  abc123  ', 'too short without its blanks'],
  ['12345678', 'counts'],
  ['987654321', 'counts down'],
  ['１２３４５６７８', 'counts in signs of full width'],
  ['12345678a', 'counts, and one sign more'],
  ['123456abcdef', 'two rows'],
  ['qwertyui', 'a row of keys'],
  ['ASDFGHJKL', 'a row of keys in upper case'],
  ['11111111', 'one sign'],
  ['abababab', 'two signs over and over'],
  ['20262026', 'four signs over and over'],
  ['Password', 'common'],
  ['woaini1314', 'common'],
  ['wangxm88', 'hardly more than the name'],
  ['WangXM', 'the name, and too short'],
])('%j is a weak password: %s', (password) => {
  expect(isWeakPassword(password, 'wangxm')).toBe(true);
});

test.each([
  'Sommer-2026',
  'long enough',
  'correct horse',
  'shouhou-desk',
  '水泵漏水要换密封垫',
  'wangxm 的旧自行车',
])('%j is good enough', (password) => {
  expect(isWeakPassword(password, 'wangxm')).toBe(false);
});

test.each([
  ['0000', true],
  ['1234', true],
  ['4321', true],
  ['1212', true],
  ['98765432', true],
  ['4711', false],
  ['2580', false],
  ['19870412', false],
])('PIN %s: %s', (pin, isWeak) => {
  expect(isWeakPin(pin)).toBe(isWeak);
});
