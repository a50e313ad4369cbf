import { expect, test } from 'vitest';
import { newUnitName, newUnitOf } from '../../../../renderer/features/contacts/new-unit.ts';

test.each([
  // A plate begins with its province, or is short and mixes letters and digits.
  ['粤B·3K721D', 'plate'],
  ['粤B12345', 'plate'],
  ['苏F 挂 A381', 'plate'],
  ['浙江02-12345', 'plate'],
  ['𠮷B·00001', 'plate'],
  ['WJ苏1234', 'plate'],
  ['b12345', 'plate'],
  ['AB-1234', 'plate'],
  ['KA 12 345', 'plate'],
  // All else is a serial number.
  ['LZYTAGBW6M1034172', 'serialNumber'],
  ['1034172', 'serialNumber'],
  ['ABCDEF', 'serialNumber'],
  ['DF-2024-00017', 'serialNumber'],
  ['A1', 'serialNumber'],
  ['🚌🚌🚌', 'serialNumber'],
  ['<script>1</script>', 'serialNumber'],
  ['编号很长的一台机器'.repeat(3), 'serialNumber'],
] as const)('%s is a %s', (text, field) => {
  expect(newUnitOf(text, 'x')).toEqual({ productId: 'x', plate: '', serialNumber: '', [field]: text });
});

test('what is too long is cut between characters', () => {
  const { serialNumber } = newUnitOf(`${'1'.repeat(39)}𠮷${'2'.repeat(9)}`, null);
  expect(serialNumber).toBe('1'.repeat(39));
});

test.each([
  [{ plate: '粤B·1', serialNumber: 'L1' }, '粤B·1  L1'],
  [{ plate: '', serialNumber: 'L1' }, 'L1'],
  [{ plate: ' ', serialNumber: '' }, ''],
])('%j is called %j', (unit, name) => {
  expect(newUnitName({ productId: null, ...unit })).toBe(name);
});
