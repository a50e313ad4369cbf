import { expect, test } from 'vitest';
import { withoutCountryCode } from '#shared/domain/found-by.ts';

test.each([
  ['+86 138 0133 4410', '138 0133 4410'],
  ['+8613801334410', '13801334410'],
  ['008613801334410', '13801334410'],
  ['0086-755-8220 6617', '755-8220 6617'],
  ['＋８６ 755 82206617', '755 82206617'],
  ['+86 (0755) 8220 6617', '(0755) 8220 6617'],
  ['8613801334410', '13801334410'],
  ['周师傅 +86 138 0133 4410', '周师傅 138 0133 4410'],
  // No number of China behind it.
  ['+86', '+86'],
  ['0086 12', '0086 12'],
  ['8612345', '8612345'],
  ['LX008613', 'LX008613'],
])('%s is looked for as %s', (query, wanted) => {
  expect(withoutCountryCode(query)).toBe(wanted);
});
