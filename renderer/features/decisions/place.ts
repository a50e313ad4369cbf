import { screen, type Place } from '../../app/place.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The records whose changes change what waits for a decision. */
export const decisionShows = ['requisition', 'report', 'oldPart', 'setting', 'person'] as const;

/** What waits for a yes or no. */
export const decisionsPlace: Place = {
  path: '/decisions',
  label: 'shell.decisions',
  access: 'decisions.view',
  group: 'desk',
  screens: {
    '/decisions': screen(async () => (await import('./decisions-page.tsx')).DecisionsPage),
  },
  useCount: () => {
    const service = useService();
    const counted = useAsk(service.decisions.count, undefined, { shows: decisionShows }).data;
    return counted && { count: counted.count };
  },
};
