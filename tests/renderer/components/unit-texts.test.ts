import { expect, test } from 'vitest';
import { textIn } from '../../../renderer/app/text.ts';
import { readingOf } from '../../../renderer/components/unit-texts.ts';

test.each([
  [{ mileageKm: 186_400, operatingHours: null }, '186,400 km'],
  [{ mileageKm: 0, operatingHours: 12 }, '0 km / 12 小时'],
  [{ mileageKm: null, operatingHours: null }, ''],
])('the counters %o read %s', (unit, text) => {
  expect(readingOf(unit, textIn('zh-CN'))).toBe(text);
});
