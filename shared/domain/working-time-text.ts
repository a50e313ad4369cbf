import { addDays, isDay, type Day } from './days.ts';
import { wrongSpan, type WorkingSpan } from './working-time.ts';

/** Days that one entry may stand for: a range typed wrongly must not fill the memory. */
const longestRange = 100;

/** The stretches of a day as a person writes them: '08:00-12:00 13:30-17:30'. */
export function textOfSpans(spans: readonly WorkingSpan[]): string {
  return spans.map(({ from, until }) => `${from}-${until}`).join(' ');
}

/** The same read; undefined where they are no times one after the other. */
export function spansOfText(text: string): WorkingSpan[] | undefined {
  const spans = entriesOf(text).map((entry) => {
    const [from = '', until = '', ...more] = entry.split('-').map(fullTime);
    return { from, until: more.length > 0 ? '' : until };
  });
  return spans.length === 0 || wrongSpan(spans) !== undefined ? undefined : spans;
}

/** Days as a person writes them, days that follow one another as a range: '2026-12-24..2026-12-26 2027-01-04'. */
export function textOfDays(days: readonly Day[]): string {
  const ranges: { from: Day; until: Day }[] = [];
  for (const day of [...new Set(days)].toSorted()) {
    const last = ranges.at(-1);
    if (last && addDays(last.until, 1) === day) last.until = day;
    else ranges.push({ from: day, until: day });
  }
  return ranges.map(({ from, until }) => (from === until ? from : `${from}..${until}`)).join(' ');
}

/** The same read, in order; or the entry that is neither a day nor a range of them. */
export function daysOfText(text: string): { readonly days: Day[] } | { readonly wrong: string } {
  const days = new Set<Day>();
  for (const entry of entriesOf(text)) {
    const [from = '', until = from, ...more] = entry.split('..').map((part) => part.replaceAll('/', '-'));
    if (more.length > 0 || !isDay(from) || !isDay(until) || until < from) return { wrong: entry };
    let day = from;
    for (let count = 0; day <= until; count += 1) {
      if (count === longestRange) return { wrong: entry };
      days.add(day);
      day = addDays(day, 1);
    }
  }
  return { days: [...days].toSorted() };
}

/** The holidays and make-up workdays in a file of the calendar's makers; undefined where it is another file. */
export function calendarOfFile(
  text: string,
): { readonly daysOff: Day[]; readonly workdays: Day[] } | undefined {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  const daysOff = daysUnder(file, 'holidays');
  const workdays = daysUnder(file, 'workdays');
  return daysOff && workdays && daysOff.length > 0 ? { daysOff, workdays } : undefined;
}

function daysUnder(file: unknown, name: string): Day[] | undefined {
  const found: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, name) : undefined;
  if (typeof found !== 'object' || found === null) return undefined;
  const days = Object.keys(found);
  return days.every(isDay) ? days.toSorted() : undefined;
}

function entriesOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replaceAll(/\s*[-–—~至]\s*(?=\d{1,2}:)/g, '-')
    .replaceAll(/\s*(?:\.\.+|…|~|至|到)\s*/g, '..')
    .split(/[\s,;、，；]+/)
    .filter((entry) => entry !== '');
}

/** '8:00' is written '08:00'. */
function fullTime(text: string): string {
  return /^\d:\d\d$/.test(text) ? `0${text}` : text;
}
