import { addDays, type Day, dayOf, type Moment, startOfDay } from './days.ts';

/** A stretch of the working day, as 'HH:MM' of the firm's clock. */
export interface WorkingSpan {
  readonly from: string;
  readonly until: string;
}

/** When a firm works. */
export interface WorkingTime {
  /** The stretches of a working day, one after the other. */
  readonly spans: readonly WorkingSpan[];
  /** The working days of a usual week: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Whether a day is off or worked against the usual week: an exception of the firm, a public holiday, a make-up workday. */
  readonly exceptionOf: (day: Day) => DayKind | undefined;
}
export type DayKind = 'off' | 'work';

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** A firm that works on none of so many days has given no usable calendar. */
const daysLookedAt = 3700;

/** The minutes since midnight of 'HH:MM', 24:00 included; undefined for another text. */
export function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const all = Number(hours) * 60 + Number(minutes);
  return all > 24 * 60 ? undefined : all;
}

/** The place of the first span that is no time, that ends before it begins, or that overlaps the one before; undefined where all fit. */
export function wrongSpan(spans: readonly WorkingSpan[]): number | undefined {
  let last = -1;
  for (const [place, { from, until }] of spans.entries()) {
    const [begin, end] = [minutesOf(from), minutesOf(until)];
    if (begin === undefined || end === undefined || begin >= end || begin < last) return place;
    last = end;
  }
  return undefined;
}

/** Whether the firm works on a day. */
export function isWorkingDay(time: WorkingTime, day: Day): boolean {
  const kind = time.exceptionOf(day);
  return kind === undefined ? time.weekdays.includes(weekdayOf(day)) : kind === 'work';
}

/** The working time of one working day, in milliseconds. */
export function workingDayMs({ spans }: Pick<WorkingTime, 'spans'>): number {
  return spansInMs(spans).reduce((sum, [from, until]) => sum + until - from, 0);
}

/**
 * The moment at which `ms` of working time have passed since `at`. Nought gives `at` itself. A firm without working time
 * works by the clock, so that a duty is due all the same.
 */
export function addWorkingTime(time: WorkingTime, at: Moment, ms: number): Moment {
  if (ms <= 0) return at;
  if (workingDayMs(time) === 0) return at + ms;
  let left = ms;
  let day = dayOf(at);
  for (let looked = 0; looked < daysLookedAt; looked += 1) {
    for (const [from, until] of spansOfDay(time, day)) {
      const begin = Math.max(from, at);
      if (begin >= until) continue;
      if (left <= until - begin) return begin + left;
      left -= until - begin;
    }
    day = addDays(day, 1);
  }
  return at + ms;
}

/** The working time between two moments, in milliseconds; 0 where the second is not later. */
export function workingTimeBetween(time: WorkingTime, from: Moment, until: Moment): number {
  let sum = 0;
  const last = dayOf(until);
  for (let day = dayOf(from); day <= last; day = addDays(day, 1))
    for (const [begin, end] of spansOfDay(time, day))
      sum += Math.max(0, Math.min(end, until) - Math.max(begin, from));
  return sum;
}

/** `at` after so many days: working days of a firm that counts working time, else days of 24 hours. */
export function addDaysOf(time: WorkingTime | undefined, at: Moment, days: number): Moment {
  return time ? addWorkingTime(time, at, days * workingDayMs(time)) : at + days * dayMs;
}

/** `at` after so many hours, working hours or those of the clock. */
export function addHoursOf(time: WorkingTime | undefined, at: Moment, hours: number): Moment {
  return time ? addWorkingTime(time, at, hours * hourMs) : at + hours * hourMs;
}

function spansOfDay(time: WorkingTime, day: Day): readonly (readonly [Moment, Moment])[] {
  if (!isWorkingDay(time, day)) return [];
  const midnight = startOfDay(day);
  return spansInMs(time.spans).map(([from, until]) => [midnight + from, midnight + until] as const);
}

function spansInMs(spans: readonly WorkingSpan[]): readonly (readonly [number, number])[] {
  if (wrongSpan(spans) !== undefined) return [];
  return spans.map(({ from, until }) => [
    (minutesOf(from) ?? 0) * minuteMs,
    (minutesOf(until) ?? 0) * minuteMs,
  ]);
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
