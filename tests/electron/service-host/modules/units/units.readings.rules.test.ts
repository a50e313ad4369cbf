import { expect, test } from 'vitest';
import { judgeReading, type KeptReading } from '#host/modules/units/units.readings.rules.ts';

/** '2026-10-10 50000 km', '2026-10-20 900 h replaced': what the counters showed on a day. */
function parsed(words: string, id = '', source = 'desk'): KeptReading {
  const amount = (unit: string) => new RegExp(`(\\d+) ${unit}`).exec(words.slice(10))?.[1];
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    id,
    source,
    day: words.slice(0, 10),
    mileageKm: number(amount('km')),
    operatingHours: number(amount('h')),
    counterReplaced: words.includes('replaced'),
  };
}

function verdictOf(told: string, kept: readonly string[], saleDay: string | null = null): string {
  const reading = { ...parsed(told), confirmed: told.includes('confirmed') };
  const rows = kept.map((words, index) => parsed(words, String(index)));
  const verdict = judgeReading(reading, {
    upToDay: rows.filter(({ day }) => day <= reading.day).toReversed(),
    afterDay: rows.filter(({ day }) => day > reading.day),
    saleDay,
  });
  switch (verdict.kind) {
    case 'keep':
      return 'keep';
    case 'nothingNew':
      return `known ${verdict.knownId}`;
    case 'above':
      return `${verdict.counter} above ${verdict.later} of ${verdict.laterDay}`;
    default:
      return `${verdict.counter} ${verdict.kind} ${verdict.last} of ${verdict.lastDay}`;
  }
}

const year = ['2025-11-01 0 km 0 h', '2026-05-01 10000 km 500 h', '2026-10-01 18000 km 900 h'];

test.each([
  ['2026-11-01 nothing read', year, 'known null'],
  ['2026-11-01 20500 km', [], 'keep'],
  ['2026-11-01 20500 km', year, 'keep'],
  ['2026-10-01 18000 km', year, 'known 2'],
  ['2026-10-01 18000 km 901 h', year, 'keep'],
  // Below the last one, either counter.
  ['2026-11-01 17999 km', year, 'mileageKm below 18000 of 2026-10-01'],
  ['2026-11-01 899 h', year, 'operatingHours below 900 of 2026-10-01'],
  ['2026-11-01 12 km replaced', year, 'keep'],
  // For an earlier day, beyond what was read later.
  ['2026-06-01 18001 km', year, 'mileageKm above 18000 of 2026-10-01'],
  ['2026-06-01 901 h', year, 'operatingHours above 900 of 2026-10-01'],
  ['2026-06-01 12000 km', year, 'keep'],
  ['2026-06-01 30000 km confirmed', ['2026-05-01 29000 km', '2026-10-01 12 km replaced'], 'keep'],
  // One nought too many.
  ['2026-11-01 205000 km', year, 'mileageKm jumps 18000 of 2026-10-01'],
  ['2026-11-01 205000 km confirmed', year, 'keep'],
  ['2026-11-01 9200 h', year, 'operatingHours jumps 900 of 2026-10-01'],
  ['2026-11-01 9200 h confirmed', year, 'keep'],
  // Without a pace yet, only what no vehicle can do is asked about.
  ['2026-10-02 3000 km', ['2026-10-01 10 km'], 'keep'],
  ['2026-10-02 3011 km', ['2026-10-01 10 km'], 'mileageKm jumps 10 of 2026-10-01'],
  ['2026-10-02 59 h', ['2026-10-01 10 h'], 'operatingHours jumps 10 of 2026-10-01'],
  // After a new counter the old one says nothing.
  ['2026-11-01 8000 km', [...year, '2026-10-20 5 km replaced'], 'keep'],
] as const)('%s after %j: %s', (told, kept, verdict) => {
  expect(verdictOf(told, kept)).toBe(verdict);
});

test('the first reading is held against the day of sale', () => {
  expect(verdictOf('2026-11-01 205000 km', [], '2026-10-01')).toBe('mileageKm jumps 0 of 2026-10-01');
  expect(verdictOf('2026-11-01 20500 km', [], '2026-10-01')).toBe('keep');
  expect(verdictOf('2026-11-01 205000 km', [], null)).toBe('keep');
});

test('the same reading from another source is kept, so that each can be voided by itself', () => {
  const known = [parsed('2026-10-01 18000 km', 'a', 'LD202610-0001')];
  const told = { ...parsed('2026-10-01 18000 km'), confirmed: false };
  expect(judgeReading(told, { upToDay: known, afterDay: [], saleDay: null })).toEqual({ kind: 'keep' });
});
