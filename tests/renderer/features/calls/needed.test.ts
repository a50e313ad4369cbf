import { expect, test } from 'vitest';
import { neededFor } from '../../../../renderer/features/calls/needed.ts';

test.each([
  ['openCase', true, '水温高', []],
  ['openCase', true, '', ['summary']],
  ['openCase', true, ' \n\u3000', ['summary']],
  ['openCase', false, '', ['customerId', 'summary']],
  ['joinCase', false, '', []],
  ['toBeClarified', false, '', []],
  ['answered', false, '', []],
] as const)('%s, a customer %s, about %j: asks for %j', (outcome, isCustomerKnown, summary, asked) => {
  expect(neededFor(outcome, { isCustomerKnown, summary })).toEqual(asked);
});
