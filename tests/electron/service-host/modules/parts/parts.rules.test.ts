import { expect, test } from 'vitest';
import { faultsOfLevels, faultsOfSubstitutes, monthlyAverage } from '#host/modules/parts/parts.rules.ts';

test.each([
  { minimumQuantity: 0, maximumQuantity: 0, faults: [] },
  { minimumQuantity: 5000, maximumQuantity: 0, faults: [] },
  { minimumQuantity: 5000, maximumQuantity: 5000, faults: [] },
  {
    minimumQuantity: 5500,
    maximumQuantity: 5000,
    faults: [{ path: 'maximumQuantity', code: 'tooSmall', limit: '5.5' }],
  },
])('levels $minimumQuantity to $maximumQuantity', ({ faults, ...levels }) => {
  expect(faultsOfLevels(levels)).toEqual(faults);
});

test.each([
  [[], []],
  [['b', 'c'], []],
  [['b', 'a'], ['substituteIds.1']],
  [['b', 'b'], ['substituteIds.1']],
])('substitutes %j of part a', (ids, paths) => {
  expect(faultsOfSubstitutes('a', ids).map((fault) => fault.path)).toEqual(paths);
});

test.each([
  [0, 0],
  [19_200, 3200],
  [1000, 167],
  [-6000, 0],
])('%i thousandths in six months are %i a month', (quantity, monthly) => {
  expect(monthlyAverage(quantity, 6)).toBe(monthly);
});
