import type { Moment } from '#shared/domain/days.ts';

/** What is wrong with the clock of the PC that keeps the books. */
export interface ClockFault {
  /** It is behind the last entry of the books, or it has jumped far beyond it. */
  readonly kind: 'behind' | 'ahead';
  /** What it said when that was seen. */
  readonly toldAt: Moment;
  /** How far it is off, in minutes. */
  readonly minutes: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Clocks are set by the network now and then, and a little back. */
const toleratedMs = minuteMs;
/** Nobody leaves an office alone for longer without a clock being looked at. */
const longestPauseMs = 31 * dayMs;

/** What is wrong with a clock, given the time of the books when they were looked at before. */
export function clockFault(seen: {
  readonly toldAt: Moment;
  readonly behindMs: number;
  readonly lastAt: Moment | undefined;
  readonly known: ClockFault | null;
}): ClockFault | null {
  const { toldAt, behindMs, lastAt, known } = seen;
  if (behindMs > toleratedMs)
    return known?.kind === 'behind'
      ? known
      : { kind: 'behind', toldAt, minutes: Math.round(behindMs / minuteMs) };
  const jumpMs = lastAt === undefined ? 0 : toldAt - lastAt;
  if (jumpMs > longestPauseMs) return { kind: 'ahead', toldAt, minutes: Math.round(jumpMs / minuteMs) };
  // Only somebody who looks can say that it is right; it stays on the screen until the program starts anew.
  return known?.kind === 'ahead' ? known : null;
}

/** Whether the whole trail is to be checked now: once a night, and by day where the PC is off at night. */
export function isWholeCheckDue(now: Moment, lastAt: Moment): boolean {
  const shanghaiHour = Math.floor(((now + 8 * hourMs) % dayMs) / hourMs);
  const since = now - lastAt;
  return (shanghaiHour < 5 && since > 20 * hourMs) || since > 3 * dayMs;
}
