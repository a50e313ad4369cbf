import { useCounters } from '../../app/counters.ts';
import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { useMay } from '../../app/session/session.ts';

/** Requests for parts, and the accounting for what was drawn. */
export const requisitionsPlace: Place = {
  path: '/requisitions',
  label: 'shell.requisitions',
  access: 'requisitions.view',
  group: 'parts',
  screens: {
    '/requisitions/{-$requisitionId}': screen(
      async () => (await import('./requisitions-page.tsx')).RequisitionsPage,
    ),
    '/requisitions/holders/{-$accountId}': screen(
      async () => (await import('./holders-page.tsx')).HoldersPage,
    ),
  },
  asks: { '/requisitions/new': 'requisitions.write' },
  useCount: () => {
    const counters = useCounters();
    const may = useMay();
    if (!counters) return undefined;
    return { count: may('requisitions.issue') ? counters.toIssue : counters.requisitionsToApprove };
  },
};
