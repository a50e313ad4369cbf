import { addDays, isDay } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';

/**
 * Reads a day as people type it: 20261122, 2026-11-22, 2026/11/22, 2026年11月22日, 11-22, 1122, 22 (of this month),
 * +3 and -1 (days from today), 0 (today). Takes full-width digits. A day without a year is of the year of `today`.
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const plain = text.normalize('NFKC').trim();
  const offset = /^([+-])(\d{1,4})$/.exec(plain);
  if (offset) return addDays(today, Number(offset[1] + (offset[2] ?? '')));
  if (plain === '0') return today;
  const parts = plain.split(/[-/.\s年月日]+/).filter((part) => part !== '');
  const [year, month, date] =
    parts.length === 1 ? withoutSigns(parts[0] ?? '', today) : withSigns(parts, today);
  const day = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

type Parts = readonly [year: string, month: string, date: string];

const nothing: Parts = ['', '', ''];

function withoutSigns(digits: string, today: Day): Parts {
  if (!/^\d+$/.test(digits)) return nothing;
  switch (digits.length) {
    case 8:
      return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
    case 6:
      return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
    case 4:
      return [today.slice(0, 4), digits.slice(0, 2), digits.slice(2)];
    case 1:
    case 2:
      return [today.slice(0, 4), today.slice(5, 7), digits];
    default:
      return nothing;
  }
}

function withSigns(parts: readonly string[], today: Day): Parts {
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return nothing;
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 2) return [today.slice(0, 4), first, second];
  return parts.length === 3 && (first.length === 4 || first.length === 2) ? [first, second, third] : nothing;
}
