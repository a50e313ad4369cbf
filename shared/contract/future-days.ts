import { addDays, dayOf, type Day, type Moment } from '../domain/days.ts';
import { refuse } from './refusals.ts';

/**
 * Refuses days that tell of something that has happened and lie after today, each at its field. `before` holds the days of
 * a record that is edited: one that came into the books wrong does not bar other changes.
 */
export function refuseFutureDays(
  today: Day,
  days: Readonly<Record<string, Day | null>>,
  before: Readonly<Record<string, unknown>> = {},
): void {
  const issues = Object.entries(days).flatMap(([path, day]) =>
    day !== null && day > today && day !== before[path] ? [{ path, code: 'future', limit: today }] : [],
  );
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Refuses moments at which something is said to have happened, each at its field: those to come, and those before
 * `earliest`. The clock of a desk may be fast by hours.
 */
export function refuseUnlikelyMoments(
  now: Moment,
  earliest: Day,
  moments: Readonly<Record<string, Moment | null>>,
  before: Readonly<Record<string, unknown>> = {},
): void {
  const issues = Object.entries(moments).flatMap(([path, moment]) => {
    if (moment === null || moment === before[path]) return [];
    if (moment > now + dayMs) return [{ path, code: 'inFuture' }];
    return dayOf(moment) < earliest ? [{ path, code: 'tooEarly', limit: earliest }] : [];
  });
  if (issues.length > 0) refuse('INVALID_INPUT', { issues });
}

/** The earliest day of something that is told now: so many days back, and yesterday in any case. */
export function earliestTold(now: Moment, backdateDays: number): Day {
  return addDays(dayOf(now), -Math.max(1, backdateDays));
}
