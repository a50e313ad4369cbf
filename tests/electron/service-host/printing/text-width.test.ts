import { describe, expect, test } from 'vitest';
import { fittingSize, linesNeeded, shortened, widthInEms } from '#host/printing/layout/text-width.ts';

describe('room is planned on the safe side', () => {
  test('an ideograph is one em, Latin less, an emoji more', () => {
    expect(widthInEms('水泵总成')).toBe(4);
    expect(widthInEms('LZYTAGBW6M1034172')).toBeGreaterThan(10);
    expect(widthInEms('LZYTAGBW6M1034172')).toBeLessThan(14);
    expect(widthInEms('😀')).toBe(1.3);
  });

  test('lines', () => {
    expect(linesNeeded('', 100, 10)).toBe(1);
    expect(linesNeeded('水'.repeat(10), 100, 10)).toBe(1);
    expect(linesNeeded('水'.repeat(11), 100, 10)).toBe(2);
    expect(linesNeeded('水\n泵', 100, 10)).toBe(2);
    expect(linesNeeded('W'.repeat(50), 100, 10)).toBeGreaterThanOrEqual(6);
  });

  test('the largest size that fits, else the last', () => {
    const choices = [
      [10, 1],
      [8, 2],
      [6, 3],
    ] as const;
    expect(fittingSize('水'.repeat(10), 100, choices)).toBe(10);
    expect(fittingSize('水'.repeat(20), 100, choices)).toBe(8);
    expect(fittingSize('水'.repeat(200), 100, choices)).toBe(6);
  });

  test('a shortened text fits, keeps its beginning and never halves a character', () => {
    expect(shortened('水泵总成', 100, 10, 1)).toBe('水泵总成');
    expect(shortened('水'.repeat(30), 100, 10, 1)).toBe(`${'水'.repeat(8)}…`);
    expect(shortened('第一行\n第二行', 100, 10, 1)).toBe('第一行 第二行');
    const emoji = shortened('👨‍👩‍👧'.repeat(30), 100, 10, 1);
    expect(emoji).toMatch(/^(?:👨‍👩‍👧)+…$/u);
  });
});
