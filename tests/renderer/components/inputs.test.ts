import { describe, expect, test } from 'vitest';
import { parseMoney } from '#shared/domain/money.ts';
import { parseQuantity } from '#shared/domain/quantities.ts';
import { formatCount, parseCount } from '../../../renderer/components/inputs/parse-count.ts';
import { parseDay } from '../../../renderer/components/inputs/parse-day.ts';

const today = '2026-11-22';

describe('a day as it is typed', () => {
  test.each([
    ['20261122', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.22', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['261122', '2026-11-22'],
    ['26-11-22', '2026-11-22'],
    ['11-22', '2026-11-22'],
    ['1/5', '2026-01-05'],
    ['1122', '2026-11-22'],
    ['11月2日', '2026-11-02'],
    ['7', '2026-11-07'],
    ['07', '2026-11-07'],
    ['0', today],
    ['+3', '2026-11-25'],
    ['-22', '2026-10-31'],
    ['２０２６１１２２', '2026-11-22'],
    ['１１－２２', '2026-11-22'],
    [' 11 22 ', '2026-11-22'],
    ['2028-02-29', '2028-02-29'],
  ])('%s', (typed, day) => {
    expect(parseDay(typed, today)).toBe(day);
  });

  test.each([
    '',
    'x',
    '31',
    '2026-02-30',
    '2026-13-01',
    '20261',
    '1-2-3-4',
    '2026-11',
    '29.2',
    '123',
    '--',
    '11-22-2026',
  ])('is none: %s', (typed) => {
    expect(parseDay(typed, today)).toBeUndefined();
  });
});

describe('a number as it is typed', () => {
  test.each([
    ['186400', 186400],
    ['186,400', 186400],
    ['１８６４００', 186400],
    ['186 400', 186400],
    ['0', 0],
  ])('count %s', (typed, count) => {
    expect(parseCount(typed)).toBe(count);
  });
  test.each(['', '-1', '1.5', '1e3', '1234567890', 'abc', '12,5', '1,2345', '0,123', ',123', '12 5', '12。'])(
    'no count: %s',
    (typed) => {
      expect(parseCount(typed)).toBeUndefined();
    },
  );
  test('a count is written in groups', () => {
    expect(formatCount(186400)).toBe('186,400');
  });

  test.each([
    ['1286.5', 128650],
    ['¥1,286.50', 128650],
    ['１２．３４', 1234],
    ['￥12', 1200],
    ['0.01', 1],
    ['1,234.50', 123450],
    ['１，２３４．５０', 123450],
    ['860.0000', 86000],
    ['-12', -1200],
    ['−12', -1200],
    ['-0', 0],
    ['¥-1', -100],
    ['99999999999', 9_999_999_999_900],
  ])('money %s', (typed, fen) => {
    expect(parseMoney(typed)).toBe(fen);
  });
  test.each(['1.234', '1.', 'x', '', '12,5', '860,00', '12。5', '1,23,456', '1.234,50', '1,234 567', '¥'])(
    'no money: %s',
    (typed) => {
      expect(parseMoney(typed)).toBeUndefined();
    },
  );

  test.each([
    ['12.5', 12500],
    ['１２．５', 12500],
    ['0.001', 1],
    ['1,234', 1234000],
    ['1 234.5', 1234500],
    ['2.0000', 2000],
    ['\u202a2\u202c', 2000],
  ])('quantity %s', (typed, thousandths) => {
    expect(parseQuantity(typed)).toBe(thousandths);
  });
  test.each(['-1', '1.2345', '1.', '', '12,5', '0,125', '12。5', '2件', '1,2', '12345678901234'])(
    'no quantity: %s',
    (typed) => {
      expect(parseQuantity(typed)).toBeUndefined();
    },
  );
});
