import { dayOf, daysBetween, type Moment } from '#shared/domain/days.ts';
import type { TodayRow } from '#shared/contract/today.contract.ts';
import { lateBy } from '../../app/late-by.ts';
import type { Text } from '../../app/text.ts';

const minuteMs = 60_000;

/** When a row is due or how long it waits, and the colour of it. */
export function timeOfRow(
  { kind, since, dueAt, dueDay }: Pick<TodayRow, 'kind' | 'since' | 'dueAt' | 'dueDay'>,
  now: Moment,
  t: Text,
): { readonly text: string; readonly tone?: 'late' | 'soon' | 'mut' } {
  const today = dayOf(now);
  if (dueDay !== null) {
    const days = daysBetween(dueDay, today);
    if (days > 0) return { text: t('duties.daysLate', { count: days }), tone: 'late' };
    return days === 0 ? { text: t('today.dueToday'), tone: 'soon' } : { text: dueDay.slice(5) };
  }
  if (dueAt !== null) {
    if (dueAt < now) return { text: lateBy(dueAt, now, t), tone: 'late' };
    return dayOf(dueAt) === today ? { text: t.moment(dueAt), tone: 'soon' } : { text: t.moment(dueAt) };
  }
  if (kind === 'contact') return { text: t('today.noTime'), tone: 'mut' };
  return { text: since === null ? '' : waiting(since, now, t) };
}

function waiting(since: Moment, now: Moment, t: Text): string {
  const days = daysBetween(dayOf(since), dayOf(now));
  if (days > 0) return t('today.days', { days });
  const minutes = Math.max(0, Math.floor((now - since) / minuteMs));
  return minutes < 60
    ? t('today.minutes', { minutes })
    : t('today.hours', { hours: Math.floor(minutes / 60) });
}
