import { expect, test } from 'vitest';
import { neededFor } from '../../../../renderer/features/contacts/needed.ts';

const bus = { productId: 'x', plate: '粤B·12345', serialNumber: '' };
const nameless = { productId: null, plate: ' ', serialNumber: '' };
const nobody = { isCustomerKnown: false, newUnit: null, summary: '' };
const known = { ...nobody, isCustomerKnown: true };

test.each([
  ['openCase', { ...known, summary: '水温高' }, []],
  ['openCase', known, ['summary']],
  ['openCase', { ...known, summary: ' \n\u3000' }, ['summary']],
  ['openCase', nobody, ['customerId', 'summary']],
  ['joinCase', nobody, []],
  ['toBeClarified', nobody, []],
  ['answered', nobody, []],
  ['answered', { ...known, newUnit: bus }, []],
  ['answered', { ...nobody, newUnit: bus }, ['customerId']],
  ['toBeClarified', { ...nobody, newUnit: bus }, ['customerId']],
  // It is that of the case.
  ['joinCase', { ...nobody, newUnit: bus }, []],
  ['joinCase', { ...nobody, newUnit: nameless }, ['newUnit.productId', 'newUnit.plate']],
  [
    'openCase',
    { ...nobody, newUnit: nameless },
    ['customerId', 'newUnit.productId', 'newUnit.plate', 'summary'],
  ],
  ['answered', { ...known, newUnit: { ...nameless, productId: 'x', serialNumber: 'L1' } }, []],
] as const)('%s of %j asks for %j', (outcome, given, asked) => {
  expect(neededFor(outcome, given)).toEqual(asked);
});
