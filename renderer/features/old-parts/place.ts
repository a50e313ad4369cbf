import { useCounters } from '../../app/counters.ts';
import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

/** Replaced parts that must come back. */
export const oldPartsPlace: Place = {
  path: '/old-parts',
  label: 'shell.oldParts',
  access: 'oldParts.view',
  group: 'parts',
  screens: {
    '/old-parts/{-$oldPartId}': screen(async () => (await import('./old-parts-page.tsx')).OldPartsPage),
  },
  useCount: () => {
    const counters = useCounters();
    return counters && { count: counters.oldPartsOverdue, isLate: true };
  },
};
