import { expect, test } from 'vitest';
import {
  arranged,
  byRole,
  columnsOf,
  moved,
  toggled,
} from '../../../../renderer/features/today/arrangement.ts';

const cards = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name }));
const namesOf = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join('');

test('without a choice cards come by role, four of them in the first column', () => {
  expect(columnsOf(cards, byRole).map(namesOf)).toEqual(['abcd', 'ef']);
});

test('a card moves by one place and not beyond the ends', () => {
  const once = moved(cards, byRole, 'c', -1);
  expect(namesOf(arranged(cards, once))).toBe('acbdef');
  expect(namesOf(arranged(cards, moved(cards, once, 'c', 1)))).toBe('abcdef');
  expect(moved(cards, once, 'a', -1)).toBe(once);
  expect(moved(cards, once, 'f', 1)).toBe(once);
  expect(moved(cards, once, 'gone', 1)).toBe(once);
});

test('a hidden card leaves its place to the next, and comes back to it', () => {
  const hidden = toggled(byRole, 'b');
  expect(columnsOf(cards, hidden).map(namesOf)).toEqual(['acde', 'f']);
  expect(columnsOf(cards, toggled(hidden, 'b')).map(namesOf)).toEqual(['abcd', 'ef']);
});

test('a card that is new stands at the end, one that is gone is passed over', () => {
  const kept = { order: ['gone', 'f', 'a'], hidden: ['gone'] };
  expect(namesOf(arranged(cards, kept))).toBe('fabcde');
});
