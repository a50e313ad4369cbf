import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  customerSearchEntry,
  likeliestFirst,
  type TelephoneHit,
} from '#host/modules/customers/customers.rules.ts';
import {
  digitsOf,
  endsLandline,
  sameDigits,
  withoutAreaCode,
} from '#host/modules/customers/customers.telephones.rules.ts';

describe('the digits a number is kept under', () => {
  test.each([
    ['138 0133 4410', '13801334410'],
    ['+86 138-0133-4410', '13801334410'],
    ['+86 (0)138 0133 4410', '13801334410'],
    ['0086 13801334410', '13801334410'],
    ['8613801334410', '13801334410'],
    ['013801334410', '13801334410'],
    ['138 0133 4410', '13801334410'],
    ['0755-8220 6617', '075582206617'],
    ['(0755)82206617', '075582206617'],
    ['+86 755 8220 6617', '075582206617'],
    ['+86-0755-82206617', '075582206617'],
    ['0755-82206617转801', '075582206617'],
    ['0755-82206617#801', '075582206617'],
    ['82206617', '82206617'],
    ['86206617', '86206617'],
    ['400-820-6617', '4008206617'],
    ['+86 400-820-6617', '4008206617'],
    ['+49 89 1234567', '49891234567'],
    ['12315', '12315'],
    ['*99#', '99'],
    ['转801', '801'],
    [' - ', ''],
    ['', ''],
  ])('%s → %s', (shown, digits) => {
    expect(digitsOf(shown)).toBe(digits);
  });

  test('are the same however the number is written', () => {
    const mobile = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
    const separators = fc.array(
      fc.constantFrom('', ' ', '-', '—', '　').filter((mark) => mark !== '—'),
      {
        minLength: 11,
        maxLength: 11,
      },
    );
    const before = fc.constantFrom('', '0', '86', '+86 ', '0086 ', '(+86)', '+86 ');
    fc.assert(
      fc.property(mobile, separators, before, fc.boolean(), (digits, marks, country, isFullWidth) => {
        const spaced = [...digits].map((digit, place) => digit + (marks[place] ?? '')).join('');
        const shown = country + (isFullWidth ? fullWidth(spaced) : spaced);
        expect(digitsOf(shown)).toBe(digits);
      }),
    );
  });
});

test('the ways a line may have been kept', () => {
  expect(sameDigits('075582206617')).toContain('75582206617');
  expect(sameDigits('75582206617')).toContain('075582206617');
  expect(sameDigits('8675582206617')).toContain('075582206617');
  expect(sameDigits('12315')).toContain('12315');
});

test.each([
  ['075582206617', ['82206617']],
  ['01082206617', ['82206617']],
  ['02182206617', ['82206617']],
  ['04598220661', ['8220661']],
  ['75582206617', ['82206617']],
  ['13801334410', []],
  ['4008206617', []],
  ['82206617', []],
])('the landline %s without its area code', (digits, local) => {
  expect(withoutAreaCode(digits)).toEqual(local);
});

test.each([
  ['075582206617', '82206617', true],
  ['01082206617', '82206617', true],
  ['075582206617', '2206617', false],
  ['13801334410', '1334410', false],
  ['075582206617', '206617', false],
])('whether %s ends with the short landline %s: %s', (kept, called, ends) => {
  expect(endsLandline(kept, called)).toBe(ends);
});

test('the likeliest caller: in use, in contact last, a person, the newest', () => {
  const hit = (telephoneId: string, more: Partial<TelephoneHit> = {}): TelephoneHit => ({
    telephoneId,
    customerId: `c-${telephoneId}`,
    contactPersonId: null,
    customerActive: true,
    lastContactAt: 0,
    ...more,
  });
  const winner = (...hits: TelephoneHit[]) => likeliestFirst(hits)[0]?.telephoneId;
  expect(winner()).toBeUndefined();
  expect(winner(hit('1'), hit('2'))).toBe('2');
  expect(winner(hit('1', { contactPersonId: 'p' }), hit('2'))).toBe('1');
  expect(winner(hit('1', { lastContactAt: 5 }), hit('2', { contactPersonId: 'p' }))).toBe('1');
  expect(winner(hit('1', { lastContactAt: 9, customerActive: false }), hit('2'))).toBe('2');
});

test('a customer is found by its people and every form of its numbers', () => {
  const entry = customerSearchEntry({
    name: '市第二公交公司',
    region: '深圳',
    address: '彩田路 1 号',
    personNames: ['王建国'],
    telephones: [{ digits: '075582206617', shown: '0755-8220 6617' }],
  });
  expect(entry.title).toBe('市第二公交公司');
  expect(entry.subtitle).toBe('深圳 · 0755-8220 6617');
  expect(entry.texts).toEqual([
    '市第二公交公司',
    '深圳',
    '彩田路 1 号',
    '王建国',
    '075582206617',
    '0755-8220 6617',
  ]);
});

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
}
