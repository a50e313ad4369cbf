import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The duties of the caller as the host counts them; asked again when one comes, goes, or a moment of one has passed. */
export function useDutyCounters() {
  const service = useService();
  return useAsk(service.duties.counters, undefined, { shows: ['duty'] }).data;
}
