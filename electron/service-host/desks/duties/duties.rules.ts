import type { Moment } from '#shared/domain/days.ts';
import type { DutyOutcome } from '#shared/domain/duties.ts';
import type { Owed } from './duty.ts';

/** A duty that still counts against what its record owes: open, or waived. */
export interface HeldDuty {
  readonly id: string;
  readonly subjectId: string;
  readonly round: string;
  readonly ownerId: string | null;
  readonly dueAt: Moment;
  readonly pausedAt: Moment | null;
  readonly outcome: DutyOutcome;
}

/** What must happen so that the open duties say what is owed. */
export interface Alignment {
  readonly opening: readonly Owed[];
  readonly ending: readonly HeldDuty[];
  /** Duties that another person owes now. */
  readonly moving: readonly { readonly id: string; readonly ownerId: string | null }[];
}

/**
 * Holds the duties of records against what these owe. A waived duty covers what is owed in the same round. When a duty is due
 * was said at its opening and stays: a changed limit counts for what is opened later.
 */
export function alignment(owed: readonly Owed[], held: readonly HeldDuty[]): Alignment {
  const key = ({ subjectId, round }: Pick<Owed, 'subjectId' | 'round'>) => `${subjectId} ${round}`;
  const wanted = new Map(owed.map((one) => [key(one), one]));
  const covered = new Set(held.map(key));
  const open = held.filter(({ outcome }) => outcome === 'open');
  return {
    opening: [...wanted.values()].filter((one) => !covered.has(key(one))),
    ending: open.filter((one) => !wanted.has(key(one))),
    moving: open.flatMap((one) => {
      const now = wanted.get(key(one));
      return now && now.ownerId !== one.ownerId ? [{ id: one.id, ownerId: now.ownerId }] : [];
    }),
  };
}

/** How a duty ends that is done now; while its clock stood still no time was lost. */
export function outcomeAt(
  { dueAt, pausedAt }: Pick<HeldDuty, 'dueAt' | 'pausedAt'>,
  now: Moment,
): 'met' | 'missed' {
  return (pausedAt ?? now) <= dueAt ? 'met' : 'missed';
}
