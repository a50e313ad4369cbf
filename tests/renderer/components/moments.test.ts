import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, startOfDay } from '#shared/domain/days.ts';
import { momentAt } from '../../../renderer/components/inputs/moment-input.tsx';
import { parseTime } from '../../../renderer/components/inputs/parse-time.ts';

test.each([
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  ['９：３０', '09:30'],
  ['14', '14:00'],
  ['14.05', '14:05'],
  ['14点05分', '14:05'],
  ['2359', '23:59'],
  ['0', '00:00'],
  ['2400', undefined],
  ['9:60', undefined],
  ['soon', undefined],
  ['', undefined],
])('%j is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test('a moment falls on the day and shows the time it was made of', () => {
  expect(momentAt('2026-11-22', '14:05')).toBe(Date.UTC(2026, 10, 22, 6, 5));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      const day = dayOf(at);
      return dayOf(startOfDay(day)) === day && dayOf(startOfDay(day) - 1) < day;
    }),
  );
  // Where clocks are turned, a day may begin under another offset than it ends.
  expect(startOfDay('2026-10-25', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 24, 22));
  expect(startOfDay('2026-10-26', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 23));
});
