import chineseDays from 'chinese-days';
import { addDays, type Day, type Moment, startOfDay } from '#shared/domain/days.ts';
import { addDaysOf, addHoursOf, type DayKind, type WorkingTime } from '#shared/domain/working-time.ts';
import type { ReadTx } from '../../database/database.ts';
import { settingsOf } from './settings.queries.ts';
import type { SettingsOf } from './settings.rules.ts';

/** Tells when something is due, by the limits and the working time of the firm. */
export interface DueClock {
  readonly limits: SettingsOf<'duties'>;
  /** Hours of work, or of the clock, as the firm counts. */
  readonly afterHours: (at: Moment, hours: number) => Moment;
  readonly afterDays: (at: Moment, days: number) => Moment;
  /** The last moment of the day that is so many calendar days after `day`. */
  readonly endOf: (day: Day, days?: number) => Moment;
  /** When a duty due at `dueAt` is told to the team, and when to those who lead. */
  readonly steps: (dueAt: Moment) => { readonly teamAt: Moment; readonly leaderAt: Moment };
}

/** The clock of the firm as it is set now. */
export async function dueClock(tx: ReadTx): Promise<DueClock> {
  const limits = await settingsOf(tx, 'duties');
  const time = limits.countsWorkingTime ? await workingTime(tx) : undefined;
  const ends = new Map<Day, Moment>();
  return {
    limits,
    afterHours: (at, hours) => addHoursOf(time, at, hours),
    afterDays: (at, days) => addDaysOf(time, at, days),
    endOf: (day, days = 0) => {
      const next = addDays(day, days + 1);
      // The last moment of the day itself: midnight would be read as the day after.
      const known = ends.get(next) ?? startOfDay(next) - 1;
      ends.set(next, known);
      return known;
    },
    steps: (dueAt) => ({
      teamAt: addHoursOf(time, dueAt, limits.teamAfterHours),
      leaderAt: addHoursOf(time, dueAt, limits.leaderAfterHours),
    }),
  };
}

/** When the firm works: its own exceptions before those it read in, and these before the calendar of the program. */
export async function workingTime(tx: ReadTx): Promise<WorkingTime> {
  const { spans, weekdays, daysOff, workdays, publicDaysOff, publicWorkdays } = await settingsOf(
    tx,
    'workingTime',
  );
  const kinds = new Map<Day, DayKind>([
    ...publicDaysOff.map((day) => [day, 'off'] as const),
    ...publicWorkdays.map((day) => [day, 'work'] as const),
    ...daysOff.map((day) => [day, 'off'] as const),
    ...workdays.map((day) => [day, 'work'] as const),
  ]);
  return { spans, weekdays, exceptionOf: (day) => kinds.get(day) ?? publicDay(day) };
}

/** What the State Council's notice makes of a day, as far as the program knows the year; undefined for a day like any other. */
export function publicDay(day: Day): DayKind | undefined {
  const known = publicDays.get(day);
  if (known !== undefined) return known === 'usual' ? undefined : known;
  const { name, work } = chineseDays.getDayDetail(day);
  // A named day is `National Day,国庆节,3`, any other carries the name of its weekday.
  const kind = name.includes(',') ? (work ? 'work' : 'off') : undefined;
  publicDays.set(day, kind ?? 'usual');
  return kind;
}

/** Days that were looked up: a few years hold few of them, and the library takes its time. */
const publicDays = new Map<Day, DayKind | 'usual'>();
