import { expect, test } from 'vitest';
import { refuseFutureDays } from '#shared/contract/future-days.ts';

const today = '2026-11-01';

test('days until today pass, and so do those that nobody filled in', () => {
  expect(() =>
    refuseFutureDays(today, { saleDay: today, deliveryDay: '2020-01-01', day: null }),
  ).not.toThrow();
});

test('every later day is told at its field', () => {
  expect(() =>
    refuseFutureDays(today, { saleDay: '2026-11-02', deliveryDay: today, 'a.day': '2062-11-01' }),
  ).toThrow(
    expect.objectContaining({
      facts: {
        issues: [
          { path: 'saleDay', code: 'future', limit: today },
          { path: 'a.day', code: 'future', limit: today },
        ],
      },
    }),
  );
});

test('one that stands in the books already bars no other change', () => {
  const before = { saleDay: '2030-01-01' };
  expect(() => refuseFutureDays(today, { saleDay: '2030-01-01' }, before)).not.toThrow();
  expect(() => refuseFutureDays(today, { saleDay: '2030-01-02' }, before)).toThrow('INVALID_INPUT');
});
