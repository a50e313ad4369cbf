import type { Moment } from '#shared/domain/days.ts';

/** Tells the time of the host. */
export type Clock = () => Moment;

/** A clock that never goes back: when the PC's time is set back, it stands still until that time is reached again. */
export function steadyClock(source: Clock = Date.now, notBefore: Moment = 0): Clock {
  let last = notBefore;
  return () => {
    last = Math.max(last, source());
    return last;
  };
}
