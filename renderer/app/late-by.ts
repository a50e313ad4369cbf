import { dayOf, daysBetween, type Moment } from '#shared/domain/days.ts';
import type { Text } from './text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How late something is: in days of the calendar as every list counts them, on the same day in hours or minutes. */
export function lateBy(dueAt: Moment, now: Moment, t: Text): string {
  const days = daysBetween(dayOf(dueAt), dayOf(now));
  if (days > 0) return t('duties.daysLate', { count: days });
  const hours = Math.floor((now - dueAt) / hourMs);
  if (hours > 0) return t('duties.hoursLate', { count: hours });
  return t('duties.minutesLate', { count: Math.max(1, Math.floor((now - dueAt) / minuteMs)) });
}
