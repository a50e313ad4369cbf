import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/days.ts';
import {
  calendarOfFile,
  daysOfText,
  spansOfText,
  textOfDays,
  textOfSpans,
} from '#shared/domain/working-time-text.ts';

test.each([
  ['08:00-12:00 13:30-17:30', '08:00-12:00 13:30-17:30'],
  ['8:00–12:00、13:30至17:30', '08:00-12:00 13:30-17:30'],
  [' ８：００ - １２：００ ', '08:00-12:00'],
  ['00:00-24:00', '00:00-24:00'],
])('the stretches %j are read', (text, again) => {
  expect(textOfSpans(spansOfText(text) ?? [])).toBe(again);
});

test.each([
  '',
  '08:00',
  '12:00-08:00',
  '08:00-12:00 11:00-13:00',
  '08:00-12:00-13:00',
  '25:00-26:00',
  '八点到九点',
])('the stretches %j are not', (text) => expect(spansOfText(text)).toBeUndefined());

test('days are read one by one and as ranges, and written shortly', () => {
  const { days } = daysOfText('2026-12-24..2026-12-26，2027/01/04\n2026-12-25') as { days: string[] };
  expect(days).toEqual(['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-04']);
  expect(textOfDays(days)).toBe('2026-12-24..2026-12-26 2027-01-04');
  expect(daysOfText('2026-12-24 至 2026-12-25')).toEqual({ days: ['2026-12-24', '2026-12-25'] });
  expect(daysOfText('')).toEqual({ days: [] });
});

test.each(['2026-02-30', '2026-12-26..2026-12-24', '2020-01-01..2026-01-01', '圣诞节', '2026-12-24..'])(
  'the entry %j is named as wrong',
  (text) => expect(daysOfText(`2026-12-24 ${text}`)).toHaveProperty('wrong'),
);

test('whatever days are written are read again', () => {
  const some = fc.array(fc.integer({ min: 0, max: 900 }).map((count) => addDays('2026-01-01', count)));
  fc.assert(
    fc.property(some, (days) => {
      // Longer ranges than a person types are not read.
      const few = days.slice(0, 40);
      expect(daysOfText(textOfDays(few))).toEqual({ days: [...new Set(few)].toSorted() });
    }),
  );
});

test('the data file of the calendar is read, another file is not', () => {
  const text = readFileSync('node_modules/chinese-days/dist/chinese-days.json', 'utf8');
  const found = calendarOfFile(text);
  expect(found?.daysOff).toContain('2026-10-01');
  expect(found?.workdays).toContain('2026-10-10');
  for (const other of ['', '[]', '{"holidays":{"x":1},"workdays":{}}', '{"holidays":{}}', 'PK\u0003'])
    expect(calendarOfFile(other)).toBeUndefined();
});
