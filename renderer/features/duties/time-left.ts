import type { Moment } from '#shared/domain/days.ts';
import { lateBy } from '../../app/late-by.ts';
import type { Text } from '../../app/text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Below this a duty is soon due. */
export const soonMs = 4 * hourMs;

/** How long until something is due, in the largest unit that says enough, or how late it is. */
export function timeLeft(dueAt: Moment, now: Moment, t: Text): string {
  if (dueAt < now) return lateBy(dueAt, now, t);
  const ms = dueAt - now;
  if (ms >= 2 * dayMs) return t('duties.daysLeft', { count: Math.floor(ms / dayMs) });
  if (ms >= hourMs) return t('duties.hoursLeft', { count: Math.floor(ms / hourMs) });
  return t('duties.minutesLeft', { count: Math.max(1, Math.floor(ms / minuteMs)) });
}
