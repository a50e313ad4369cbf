import { dayOf } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';
import { useNow } from './use-now.ts';

/** The day it is for the firm; a screen left open overnight draws anew on the next. */
export function useToday(): Day {
  return dayOf(useNow());
}
