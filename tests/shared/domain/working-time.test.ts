import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, startOfDay } from '#shared/domain/days.ts';
import {
  addDaysOf,
  addHoursOf,
  addWorkingTime,
  hourMs,
  isWorkingDay,
  minutesOf,
  workingDayMs,
  workingTimeBetween,
  wrongSpan,
  type WorkingTime,
} from '#shared/domain/working-time.ts';
import { publicDay } from '#host/modules/settings/due-clock.queries.ts';

const office: WorkingTime = {
  spans: [
    { from: '08:00', until: '12:00' },
    { from: '13:30', until: '17:30' },
  ],
  weekdays: [1, 2, 3, 4, 5],
  exceptionOf: publicDay,
};

/** 'YYYY-MM-DD HH:MM' in Shanghai. */
function at(text: string): number {
  const [day = '', clock = ''] = text.split(' ');
  return startOfDay(day) + (minutesOf(clock) ?? 0) * 60_000;
}

/*
 * 2026: National Day is 1 to 7 October, made up for on Sunday 20 September and Saturday 10 October; Spring Festival is 15 to
 * 23 February, made up for on Saturdays 14 and 28 February.
 */
describe('working hours are added', () => {
  test.each([
    ['inside a stretch', '2026-11-03 08:30', 2, '2026-11-03 10:30'],
    ['across the lunch break', '2026-11-03 11:00', 2, '2026-11-03 14:30'],
    ['to the end of the day, which is that day still', '2026-11-03 08:00', 8, '2026-11-03 17:30'],
    ['into the next day', '2026-11-03 17:00', 1, '2026-11-04 08:30'],
    ['from before work', '2026-11-03 06:00', 1, '2026-11-03 09:00'],
    ['from after work', '2026-11-03 22:00', 1, '2026-11-04 09:00'],
    ['across a weekend', '2026-11-06 16:30', 8, '2026-11-09 16:30'],
    ['from a Sunday', '2026-11-08 12:00', 1, '2026-11-09 09:00'],
    ['across National Day', '2026-09-30 17:00', 1, '2026-10-08 08:30'],
    ['on a make-up Saturday', '2026-10-09 17:00', 1, '2026-10-10 08:30'],
    ['on a make-up Sunday before the holiday', '2026-09-19 09:00', 8, '2026-09-20 17:30'],
    [
      'across Spring Festival, which begins after a make-up Saturday',
      '2026-02-14 17:00',
      1,
      '2026-02-24 08:30',
    ],
    ['none', '2026-11-08 12:00', 0, '2026-11-08 12:00'],
  ])('%s', (_, from, hours, until) => {
    expect(new Date(addWorkingTime(office, at(from), hours * hourMs))).toEqual(new Date(at(until)));
  });

  test('two days are two working days, and 48 hours where the clock counts', () => {
    expect(addDaysOf(office, at('2026-11-06 10:00'), 2)).toBe(at('2026-11-10 10:00'));
    expect(addDaysOf(undefined, at('2026-11-06 10:00'), 2)).toBe(at('2026-11-08 10:00'));
    expect(addHoursOf(undefined, at('2026-11-06 23:00'), 8)).toBe(at('2026-11-07 07:00'));
  });

  test('an exception of the firm counts before the calendar of the state', () => {
    const own = new Map<string, 'off' | 'work'>([
      ['2026-10-03', 'work'],
      ['2026-11-04', 'off'],
    ]);
    const firm: WorkingTime = { ...office, exceptionOf: (day) => own.get(day) ?? publicDay(day) };
    expect(addWorkingTime(firm, at('2026-09-30 17:00'), hourMs)).toBe(at('2026-10-03 08:30'));
    expect(addWorkingTime(firm, at('2026-11-03 17:00'), hourMs)).toBe(at('2026-11-05 08:30'));
  });

  test('a firm that never works is due by the clock', () => {
    const closed: WorkingTime = { ...office, exceptionOf: () => 'off' };
    expect(addWorkingTime(closed, at('2026-11-03 08:00'), hourMs)).toBe(at('2026-11-03 09:00'));
    expect(addWorkingTime({ ...office, spans: [] }, at('2026-11-03 08:00'), hourMs)).toBe(
      at('2026-11-03 09:00'),
    );
    expect(addWorkingTime({ ...office, weekdays: [], exceptionOf: () => undefined }, 0, hourMs)).toBe(hourMs);
  });
});

describe('whatever the moment and the length', () => {
  const moments = fc.integer({ min: at('2025-12-20 00:00'), max: at('2026-12-31 23:59') });
  const lengths = fc.integer({ min: 0, max: 200 * hourMs });

  test('as much working time lies between as was added, and the end is working time', () => {
    fc.assert(
      fc.property(moments, lengths, (from, ms) => {
        const until = addWorkingTime(office, from, ms);
        expect(until).toBeGreaterThanOrEqual(from);
        expect(workingTimeBetween(office, from, until)).toBe(ms);
        if (ms > 0) expect(isWorkingDay(office, dayOf(until))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('two lengths one after the other are the two together, and a later beginning never ends earlier', () => {
    fc.assert(
      fc.property(moments, lengths, lengths, (from, one, other) => {
        const together = addWorkingTime(office, from, one + other);
        if (one > 0) expect(addWorkingTime(office, addWorkingTime(office, from, one), other)).toBe(together);
        expect(addWorkingTime(office, from + one, other)).toBeGreaterThanOrEqual(
          addWorkingTime(office, from, other),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('stretches of the day that are no time, that are empty, or that overlap are found', () => {
  const day = (...texts: readonly string[]) =>
    wrongSpan(texts.map((text) => ({ from: text.slice(0, 5), until: text.slice(6) })));
  expect(day('08:00-12:00', '13:30-17:30')).toBeUndefined();
  expect(day('08:00-12:00', '12:00-24:00')).toBeUndefined();
  expect(day('08:00-12:00', '11:59-17:30')).toBe(1);
  expect(day('12:00-08:00')).toBe(0);
  expect(day('08:00-08:00')).toBe(0);
  expect(day('08:00-24:01')).toBe(0);
  expect(day('8:00 -12:00')).toBe(0);
  expect(workingDayMs(office)).toBe(8 * hourMs);
  expect(minutesOf('25:00')).toBeUndefined();
});
