import { useService } from '../service/service-context.tsx';
import { useAsk } from '../service/use-ask.ts';

/** The numbers beside the places, as the host counts them. */
export type Counters = Awaited<ReturnType<ReturnType<typeof useService>['today']['counters']['call']>>;

/** The counters of the navigation; asked once for all places, and again when a record they count changes. */
export function useCounters(): Counters | undefined {
  const service = useService();
  return useAsk(service.today.counters, undefined, {
    shows: ['case', 'contact', 'requisition', 'oldPart', 'report'],
  }).data;
}
