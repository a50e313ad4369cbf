import { screen, type Place } from '../../app/place.ts';
import { useDutyBell } from './use-duty-bell.ts';
import { useDutyCounters } from './use-duty-counters.ts';

/** What somebody owes by a moment. */
export const dutiesPlace: Place = {
  path: '/duties',
  label: 'shell.duties',
  access: 'duties.view',
  group: 'desk',
  screens: { '/duties': screen(async () => (await import('./duties-page.tsx')).DutiesPage) },
  useBell: useDutyBell,
  useCount: () => {
    const counters = useDutyCounters();
    // Late ones are counted in red; where nothing is late, what is open.
    return counters && { count: counters.lateCount || counters.openCount, isLate: counters.lateCount > 0 };
  },
};
