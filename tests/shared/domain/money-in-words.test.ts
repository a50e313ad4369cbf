import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyInWords } from '#shared/domain/money-in-words.ts';

/* The rows marked * are the examples of 正确填写票据和结算凭证的基本规定. */
const table: readonly (readonly [fen: number, words: string])[] = [
  [0, '零元整'],
  [-0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [55, '伍角伍分'],
  [100, '壹元整'],
  [101, '壹元零壹分'],
  [150, '壹元伍角整'],
  [12_345, '壹佰贰拾叁元肆角伍分'],
  [32_504, '叁佰贰拾伍元零肆分'], // *
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'], // *
  [168_032, '壹仟陆佰捌拾元零叁角贰分'], // *
  [10_700_053, '壹拾万柒仟元零伍角叁分'], // *
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'], // *
  [1_000, '壹拾元整'],
  [1_050, '壹拾元零伍角整'],
  [1_000_000, '壹万元整'],
  [1_000_100, '壹万零壹元整'],
  [1_010_000, '壹万零壹佰元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [10_010_000_000, '壹亿零壹拾万元整'],
  [12_345_678_901, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
  [1_000_000_000_000_000, '壹拾万亿元整'],
  [9_007_199_254_740_991, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  [-12_345, '负壹佰贰拾叁元肆角伍分'],
];

describe('money in words', () => {
  test.each(table)('%i fen', (fen, words) => {
    expect(moneyInWords(fen)).toBe(words);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount in whole fen', (fen) => {
    expect(() => moneyInWords(fen)).toThrow('whole fen');
  });

  test('reads back as the same amount, whatever the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(readBack(moneyInWords(fen))).toBe(fen);
      }),
      { numRuns: 5_000 },
    );
  });

  test('never writes two zeros in a row, nor a zero before a name of places', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (fen) => {
        expect(moneyInWords(fen)).not.toMatch(/零零|零[拾佰仟万亿角分]|.零元/);
      }),
      { numRuns: 5_000 },
    );
  });
});

/** A reader of its own kind: adds up from left to right instead of taking the amount apart. */
function readBack(words: string): number {
  const digitOf = '零壹贰叁肆伍陆柒捌玖';
  const placeOf: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1_000 };
  let total = 0n,
    section = 0n,
    group = 0n,
    digit = 0n,
    fen = 0n;
  for (const word of words.replace('负', '').replace('整', '')) {
    if (digitOf.includes(word)) digit = BigInt(digitOf.indexOf(word));
    else if (word in placeOf) {
      group += digit * BigInt(placeOf[word] ?? 0);
      digit = 0n;
    } else if (word === '万') {
      section += (group + digit) * 10_000n;
      group = digit = 0n;
    } else if (word === '亿') {
      total += (section + group + digit) * 100_000_000n;
      section = group = digit = 0n;
    } else if (word === '元') {
      fen = (total + section + group + digit) * 100n;
      digit = 0n;
    } else if (word === '角') {
      fen += digit * 10n;
      digit = 0n;
    } else if (word === '分') {
      fen += digit;
      digit = 0n;
    }
  }
  const size = Number(fen);
  return words.startsWith('负') ? -size : size;
}
