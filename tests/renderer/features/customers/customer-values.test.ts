import { expect, test } from 'vitest';
import { customersContract } from '#shared/contract/customers.contract.ts';
import { unitsContract } from '#shared/contract/units.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import {
  customerInputOf,
  newCustomerValues,
} from '../../../../renderer/features/customers/customer-values.ts';
import { newUnitValues, unitInputOf } from '../../../../renderer/features/units/unit-values.ts';

test('name and number are enough for the contract, and empty lines of numbers are left out', async () => {
  const values = { ...newCustomerValues, name: '市第二公交公司', telephones: ['0755-8220 6617', ' ', ''] };
  const input = { operationId: newId(), ...customerInputOf(values), person: null };
  const result = await customersContract.create['~orpc'].inputSchema?.['~standard'].validate(input);
  expect(result?.issues).toBeUndefined();
  expect(input.telephones).toEqual([{ shown: '0755-8220 6617' }]);
});

test('a unit without model or customer is refused at these fields', async () => {
  const input = { operationId: newId(), ...unitInputOf(newUnitValues), reading: null };
  const result = await unitsContract.create['~orpc'].inputSchema?.['~standard'].validate(input);
  const paths = result?.issues?.map((issue) => (issue.path ?? []).map(String).join('.'));
  expect(paths?.toSorted()).toEqual(['customerId', 'productId']);
});
