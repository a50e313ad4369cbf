import { expect, test } from 'vitest';
import { fairShares } from '#host/desks/search/search.rules.ts';

test.each([
  ['all where there is room for all', [2, 0, 3], 10, [2, 0, 3]],
  ['what few have in full, the rest for those who have more', [1, 20, 20], 9, [1, 4, 4]],
  ['one each while there is room, in their order', [5, 5, 5, 5], 3, [1, 1, 1, 0]],
  ['everything to the only one', [0, 50, 0], 7, [0, 7, 0]],
])('fair shares: %s', (_, found, limit, shares) => {
  expect(fairShares(found, limit)).toEqual(shares);
});
