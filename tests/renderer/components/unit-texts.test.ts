import { expect, test } from 'vitest';
import { textIn } from '../../../renderer/app/text.ts';
import { nameOfUnit, readingOf } from '../../../renderer/components/unit-texts.ts';

test.each([
  [{ mileageKm: 186_400, operatingHours: null }, '186,400 km'],
  [{ mileageKm: 0, operatingHours: 12 }, '0 km / 12 小时'],
  [{ mileageKm: null, operatingHours: null }, ''],
])('the counters %o read %s', (unit, text) => {
  expect(readingOf(unit, textIn('zh-CN'))).toBe(text);
});

test('a unit is called by its plate, else by a number it carries', () => {
  expect(nameOfUnit({ plate: '粤B·3K721D', serialNumber: 'LX' })).toBe('粤B·3K721D');
  expect(nameOfUnit({ plate: '', serialNumber: 'LX' })).toBe('LX');
  expect(nameOfUnit({ plate: '', serialNumber: '', engineNumber: 'E' })).toBe('E');
  expect(nameOfUnit({ plate: '', serialNumber: '' })).toBe('—');
});
