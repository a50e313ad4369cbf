import { useCounters } from '../../app/counters.ts';
import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

/** Cases: the list of them, and the page of one. */
export const casesPlace: Place = {
  path: '/cases',
  label: 'shell.cases',
  access: 'cases.view',
  group: 'desk',
  screens: {
    '/cases': screen(async () => (await import('./cases-page.tsx')).CasesPage),
    '/cases/$caseId': screen(async () => (await import('./case-page.tsx')).CasePage),
  },
  useCount: () => {
    const counters = useCounters();
    return counters && { count: counters.openCases };
  },
};
