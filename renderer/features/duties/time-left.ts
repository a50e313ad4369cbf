import type { Moment } from '#shared/domain/days.ts';
import type { Text } from '../../app/text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Below this a duty is soon due. */
export const soonMs = 4 * hourMs;

/** How long until something is due, or since, in the largest unit that says enough. */
export function timeLeft(dueAt: Moment, now: Moment, t: Text): string {
  const isLate = dueAt < now;
  const ms = Math.abs(dueAt - now);
  if (ms >= 2 * dayMs)
    return t(isLate ? 'duties.daysLate' : 'duties.daysLeft', { count: Math.floor(ms / dayMs) });
  if (ms >= hourMs)
    return t(isLate ? 'duties.hoursLate' : 'duties.hoursLeft', { count: Math.floor(ms / hourMs) });
  return t(isLate ? 'duties.minutesLate' : 'duties.minutesLeft', {
    count: Math.max(1, Math.floor(ms / minuteMs)),
  });
}
