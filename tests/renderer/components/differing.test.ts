import { expect, test } from 'vitest';
import { differing } from '../../../renderer/components/form/differing.ts';

const words = { label: 'common.notes', show: String } as const;
const fee = { label: 'common.notes', show: (value: unknown) => `¥${JSON.stringify(value ?? 0)}` } as const;
const compared = new Map([
  ['notes', words],
  ['fee', fee],
  ['lines', words],
]);
const named = (mine: object, theirs: object) =>
  differing(compared, new Map(Object.entries(mine)), new Map(Object.entries(theirs))).map(([name]) => name);

test('two versions differ in what they say differently', () => {
  expect(named({ notes: '我的', fee: 5 }, { notes: '别人的', fee: 5 })).toEqual(['notes']);
  expect(named({ notes: '一样', fee: 5 }, { notes: '一样', fee: 6 })).toEqual(['fee']);
});

test('an empty field that reads as nought is no other than nought', () => {
  expect(named({ notes: '一样', fee: null }, { notes: '一样', fee: 0 })).toEqual([]);
});

test('what the other version does not tell is not compared', () => {
  expect(named({ notes: '一样', lines: '我的' }, { notes: '一样' })).toEqual([]);
});
