import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The judgements that a line may name: those of the case, newest first. */
export function useJudgements(caseId: string | null) {
  const service = useService();
  const { data = [] } = useAsk(
    service.warranty.judgements,
    { caseId: caseId ?? '' },
    { shows: ['judgement'], enabled: caseId !== null },
  );
  return data;
}
