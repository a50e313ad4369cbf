/** A calendar day of the firm's time zone, 'YYYY-MM-DD'. */
export type Day = string;
/** A calendar month, 'YYYY-MM'. */
export type Month = string;
/** A point in time, UTC milliseconds. */
export type Moment = number;

/** The time zone a firm has until it chooses another. */
export const defaultTimeZone = 'Asia/Shanghai';

const millisecondsPerDay = 86_400_000;
/** The first moments of days that were asked for: working time asks for the same few over and over. */
const midnights = new Map<string, Moment>();
const midnightsAtMost = 4000;
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making one takes longer than a hundred answers of it. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** The day a moment falls on in `timeZone`. */
export function dayOf(at: Moment, timeZone: string = defaultTimeZone): Day {
  return formatterFor(timeZone).format(at);
}

/** The first moment of a day in `timeZone`. */
export function startOfDay(day: Day, timeZone: string = defaultTimeZone): Moment {
  const key = `${timeZone} ${day}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const first = midnight - offsetAt(midnight, timeZone);
  // Around a change of the clocks the offset is another one at the place where the first guess leads.
  const found = midnight - offsetAt(first, timeZone);
  if (midnights.size >= midnightsAtMost) midnights.clear();
  midnights.set(key, found);
  return found;
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** `day` moved by whole days, which may be negative. */
export function addDays(day: Day, days: number): Day {
  return fromNumber(dayNumber(day) + days);
}

/** `day` moved by whole months; 31 January plus one month is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const lastDate = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, lastDate)))
    .toISOString()
    .slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    fromNumber(dayNumber(text)) === text
  );
}

function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay);
}

function fromNumber(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: Moment, timeZone: string): number {
  let formatter = wallClocks.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    wallClocks.set(timeZone, formatter);
  }
  const wallClock = formatter.format(at);
  return Date.parse(`${wallClock.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    // Swedish dates are written YYYY-MM-DD.
    formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
