import { expect, test } from 'vitest';
import {
  newPolicyValues,
  newTerm,
  policyInputOf,
  policyValuesOf,
} from '../../../../renderer/features/settings/policies/policy-values.ts';
import { textIn } from '../../../../renderer/app/text.ts';
import type { Policy } from '../../../../renderer/features/settings/policies/policy-values.ts';

const policy: Policy = {
  id: '01k5r4vmx77dmfy7dv76ydjk6a',
  name: '客车三包规定',
  validFromDay: '2026-01-01',
  appliesBy: 'saleDay',
  scope: ['ZK6126HG', '客车'],
  regions: [],
  cardWithinDays: 20,
  replacementTerm: 'restOfTerm',
  published: false,
  createdAt: 0,
  version: 1,
  terms: [
    {
      id: 't1',
      componentGroupCode: 'body',
      clause: '3.1',
      months: 24,
      mileageKm: null,
      operatingHours: null,
      wearPart: false,
    },
  ],
};

test('a policy that is opened and saved unchanged is the same policy', () => {
  const { id, published, createdAt, version, terms, ...fields } = policy;
  expect(policyInputOf(policyValuesOf(policy, textIn('zh-CN')))).toEqual({
    ...fields,
    terms: terms.map(({ id: _, ...term }) => term),
  });
  expect([id, published, createdAt, version]).toHaveLength(4);
});

test.each([
  ['ZK6126HG,ZK6105', ['ZK6126HG', 'ZK6105']],
  ['ZK6126HG\uff0cZK6105、客车\uff1b校车 \n ZK6105', ['ZK6126HG', 'ZK6105', '客车', '校车']],
  [' , ,', []],
])('%j names the products %j', (scope, products) => {
  expect(policyInputOf({ ...policyValuesOf(policy, textIn('zh-CN')), scope }).scope).toEqual(products);
});

test('what is missing is sent as something that is refused at its field', () => {
  const values = { ...newPolicyValues('2026-11-22', []), validFromDay: null, cardWithinDays: null };
  expect(policyInputOf(values)).toMatchObject({ validFromDay: '', cardWithinDays: -1, terms: [] });
  expect(newTerm('body').key).not.toBe(newTerm('body').key);
});
