import { useEffect, useState } from 'react';
import type { Moment } from '#shared/domain/days.ts';

const minuteMs = 60_000;

/** The time now, to the minute: what is late turns red while the person looks on. */
export function useNow(): Moment {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
