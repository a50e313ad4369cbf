import { expect, test } from 'vitest';
import { fill } from '#host/printing/fill.ts';

test.each([
  [1, '1 row of a|b'],
  [2, '2 rows of a|b'],
])('the words that follow a count of %i are chosen', (count, written) => {
  expect(fill('{count} {count|row|rows} of {name}', { count, name: 'a|b' })).toBe(written);
});

test('what is put in is not looked at again, and an unknown place stays', () => {
  expect(fill('{a} {b} {c} {b|x|y}', { a: '{b}', b: 2 })).toBe('{b} 2 {c} y');
});
