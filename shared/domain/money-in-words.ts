import { assert } from './assert.ts';
import type { Fen } from './money.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
/** Closes an amount without fen, so that nothing can be added to it. */
const whole = '整';
const placesInGroup = ['仟', '佰', '拾', ''] as const;

/**
 * Writes an amount in the capitals of Chinese paper: 32504 is '叁佰贰拾伍元零肆分', 0 is '零元整'.
 * Follows 正确填写票据和结算凭证的基本规定 of the People's Bank of China; where it leaves two forms open, the first one
 * it names is taken (10700053 is '壹拾万柒仟元零伍角叁分'). Takes whole fen within ±2^53.
 */
export function moneyInWords(fen: Fen): string {
  assert(Number.isSafeInteger(fen), `not an amount in whole fen: ${fen}`);
  if (fen < 0) return `负${moneyInWords(-fen)}`;
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  if (jiao === 0 && rest === 0) return `${wholeInWords(yuan)}元${whole}`;
  const yuanWords = yuan === 0 ? '' : `${wholeInWords(yuan)}元`;
  // After 元 stands a zero where the yuan or the jiao place is empty, so that no digit can be written in between.
  const gap = yuan > 0 && (yuan % 10 === 0 || jiao === 0) ? '零' : '';
  const jiaoWords = jiao === 0 ? '' : `${digits[jiao]}角`;
  return yuanWords + gap + jiaoWords + (rest === 0 ? whole : `${digits[rest]}分`);
}

function wholeInWords(value: number): string {
  if (value === 0) return digits[0];
  if (value >= 100_000_000) return joined(value, 100_000_000, '亿');
  if (value >= 10_000) return joined(value, 10_000, '万');
  return groupInWords(value);
}

function joined(value: number, size: number, name: string): string {
  const lower = value % size;
  const upperWords = wholeInWords(Math.floor(value / size)) + name;
  if (lower === 0) return upperWords;
  return upperWords + (lower < size / 10 ? '零' : '') + wholeInWords(lower);
}

function groupInWords(value: number): string {
  let words = '';
  let zeroPending = false;
  [...value.toString().padStart(4, '0')].forEach((character, place) => {
    const digit = Number(character);
    if (digit === 0) {
      zeroPending = words !== '';
      return;
    }
    words += `${zeroPending ? '零' : ''}${digits[digit]}${placesInGroup[place]}`;
    zeroPending = false;
  });
  return words;
}
