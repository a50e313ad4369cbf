import { expect, test } from 'vitest';
import { problemsOfPart } from '#host/modules/stock/check.rules.ts';

const movement = (
  sequence: number,
  fromAccountId: string,
  toAccountId: string,
  quantity: number,
  valueFen: number,
  fromQuantityAfter: number,
  toQuantityAfter: number,
) => ({
  sequence,
  fromAccountId,
  toAccountId,
  quantity,
  valueFen,
  fromQuantityAfter,
  toQuantityAfter,
});
const balance = (accountId: string, quantity: number, valueFen: number, inside = true) => ({
  accountId,
  inside,
  quantity,
  valueFen,
});

const movements = [
  movement(1, 'out', 'bin', 5000, 500, -5000, 5000),
  movement(2, 'bin', 'man', 2000, 200, 3000, 2000),
];
const balances = [balance('out', -5000, -500, false), balance('bin', 3000, 300), balance('man', 2000, 200)];

test('sound books have no problems, and neither have empty ones', () => {
  expect(problemsOfPart({ balances, movements })).toEqual([]);
  expect(problemsOfPart({ balances: [], movements: [] })).toEqual([]);
});

test.each([
  [
    'a balance that was raised',
    { balances: [balances[0]!, balance('bin', 4000, 300), balances[2]!], movements },
    ['sum'],
  ],
  ['a balance that is gone', { balances: balances.slice(0, 2), movements }, ['sum', 'value']],
  [
    'a movement that is gone',
    { balances, movements: movements.slice(0, 1) },
    ['sum', 'value', 'sum', 'value'],
  ],
  [
    'a quantity that was changed',
    { balances, movements: [movements[0]!, { ...movements[1]!, quantity: 1000 }] },
    ['chain', 'chain', 'sum', 'sum'],
  ],
  [
    'a note that was changed',
    { balances, movements: [{ ...movements[0]!, toQuantityAfter: 1 }, movements[1]!] },
    ['chain'],
  ],
  [
    'value that was changed',
    { balances: [balances[0]!, balance('bin', 3000, 301), balances[2]!], movements },
    ['value', 'value'],
  ],
  [
    'value without parts',
    { balances: [balance('a', 0, 7), balance('b', 0, -7, false)], movements: [] },
    ['value', 'value', 'value'],
  ],
  [
    'less than nothing inside',
    {
      balances: [balance('a', -1000, 0), balance('b', 1000, 0, false)],
      movements: [movement(1, 'a', 'b', 1000, 0, -1000, 1000)],
    },
    ['negative'],
  ],
])('finds %s', (_, books, kinds) => {
  expect(problemsOfPart(books).map((problem) => problem.kind)).toEqual(kinds);
});
