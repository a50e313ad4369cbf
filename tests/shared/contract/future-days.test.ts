import { expect, test } from 'vitest';
import { earliestTold, refuseFutureDays, refuseUnlikelyMoments } from '#shared/contract/future-days.ts';

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

const hour = 3_600_000;
const now = Date.parse('2026-11-01T04:00:00Z');

test('a moment lies between the days that may be back-dated and now; the clock of a desk may be fast by hours', () => {
  const tell = (at: number | null, before = {}) =>
    refuseUnlikelyMoments(now, earliestTold(now, 7), { at }, before);
  for (const at of [null, now, now + 20 * hour, now - 7 * 24 * hour]) expect(() => tell(at)).not.toThrow();
  const told = (issue: object) => expect.objectContaining({ facts: { issues: [{ path: 'at', ...issue }] } });
  expect(() => tell(Date.parse('2100-01-01'))).toThrow(told({ code: 'inFuture' }));
  expect(() => tell(0)).toThrow(told({ code: 'tooEarly', limit: '2026-10-25' }));
  expect(() => tell(now - 8 * 24 * hour)).toThrow(told({ code: 'tooEarly', limit: '2026-10-25' }));
  expect(() => tell(0, { at: 0 })).not.toThrow();
  expect(earliestTold(now, 0)).toBe('2026-10-31');
});
