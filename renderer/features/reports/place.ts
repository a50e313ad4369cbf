import { useCounters } from '../../app/counters.ts';
import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { useMay } from '../../app/session/session.ts';

/** What was found and done: written, printed, signed, approved, filed. */
export const reportsPlace: Place = {
  path: '/reports',
  label: 'shell.reports',
  access: 'reports.view',
  group: 'parts',
  screens: {
    '/reports/{-$reportId}': screen(async () => (await import('./reports-page.tsx')).ReportsPage),
  },
  asks: { '/reports/new': 'reports.write' },
  useCount: () => {
    const counters = useCounters();
    const may = useMay();
    if (!counters) return undefined;
    return {
      count: may('reports.approve')
        ? counters.toApprove - counters.requisitionsToApprove
        : counters.reportsNotBack,
    };
  },
};
