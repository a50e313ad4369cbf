import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** Everybody at work, as a field offers them. */
export function usePersonChoices() {
  const service = useService();
  const people = useAsk(service.session.colleagues, undefined, { shows: ['person'] }).data ?? [];
  return people.map(({ personId, name, findable }) => ({ value: personId as string, label: name, findable }));
}
