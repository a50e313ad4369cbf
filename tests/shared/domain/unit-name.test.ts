import { expect, test } from 'vitest';
import { nameOfUnit } from '#shared/domain/unit-name.ts';

test('a unit is called by its plate, else by a number it carries', () => {
  expect(nameOfUnit({ plate: '粤B·3K721D', serialNumber: 'LX' })).toBe('粤B·3K721D');
  expect(nameOfUnit({ plate: '', serialNumber: 'LX' })).toBe('LX');
  expect(nameOfUnit({ plate: '', serialNumber: '', engineNumber: 'E' })).toBe('E');
  expect(nameOfUnit({ plate: '', serialNumber: '' })).toBe('—');
});
