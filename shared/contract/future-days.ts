import type { Day } from '../domain/days.ts';
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
