import type { Moment } from '#shared/domain/days.ts';
import { formatMoney, type Fen } from '#shared/domain/money.ts';
import { moneyInWords } from '#shared/domain/money-in-words.ts';
import { formatQuantity, type Quantity } from '#shared/domain/quantities.ts';
import { fill } from '../fill.ts';
import type { PaperContext, PaperWording } from './paper-context.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Writes a moment as '2026-11-23 08:40' in the firm's time zone; nothing for one that has not come. */
export function momentText(at: Moment | undefined, timeZone: string): string {
  if (at === undefined) return '';
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    // Swedish times are written YYYY-MM-DD HH:mm.
    formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(at);
}

/** Who decided or signed in the program, and when; empty while nobody did. */
export function signedText(
  name: string,
  at: Moment | undefined,
  { timeZone }: Pick<PaperContext, 'timeZone'>,
): string {
  return name === '' ? '' : `${name} ${momentText(at, timeZone)}`.trim();
}

/** Writes 12500 and '升' as '12.5 升'. */
export function quantityText(quantity: Quantity, unitName: string): string {
  return `${formatQuantity(quantity)} ${unitName}`.trim();
}

/** Writes 128650 as '¥1,286.50'. */
export function moneyText(amountFen: Fen, words: PaperWording): string {
  return fill(words.money, { amount: formatMoney(amountFen) });
}

/** Writes an amount in figures and, where the language of the paper asks for it, in words: '零元整 ¥0.00'. */
export function moneyInWordsText(amountFen: Fen, words: PaperWording): string {
  return fill(words.moneyInWords, { words: moneyInWords(amountFen), amount: formatMoney(amountFen) });
}

/** Writes a count of kilometres, days, hours as '186,400'. */
export function countText(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A text, or the dash that says there is none. */
export function orDash(text: string | undefined, words: PaperWording): string {
  return text || words.nothing;
}
