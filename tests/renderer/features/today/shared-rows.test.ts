import { expect, test } from 'vitest';
import { sharedRows } from '../../../../renderer/features/today/shared-rows.ts';

test.each([
  ['all have what they want', 20, [3, 0, 5], [3, 0, 5]],
  ['a long card leaves room for the others', 10, [40, 2, 3], [5, 2, 3]],
  ['the first has the row that is over', 7, [40, 40, 40], [3, 2, 2]],
  ['each has one row, however little room there is', 1, [40, 0, 7], [1, 0, 1]],
  ['no cards', 5, [], []],
])('%s', (_, room, wanted, shared) => {
  expect(sharedRows(room, wanted)).toEqual(shared);
});
