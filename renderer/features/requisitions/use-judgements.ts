import { useText, type Text } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

const none: readonly never[] = [];

/** The judgements that a line may name: those of the case, newest first. */
export function useJudgements(caseId: string | null) {
  const service = useService();
  const { data } = useAsk(
    service.warranty.judgements,
    { caseId: caseId ?? '' },
    { shows: ['judgement'], enabled: caseId !== null },
  );
  return data ?? none;
}

/** A judgement as a line names it. */
export function judgementName(
  { holdingVerdict, componentGroupName, clause }: ReturnType<typeof useJudgements>[number],
  t: Text,
): string {
  return `${t(`states.verdict_${holdingVerdict}`)} ${componentGroupName} ${clause}`.trim();
}

/** The name of a judgement of the case, by its id. */
export function useJudgementName(caseId: string | null): (judgementId: string) => string {
  const t = useText();
  const judgements = useJudgements(caseId);
  return (judgementId) => {
    const found = judgements.find(({ id }) => id === judgementId);
    return found ? judgementName(found, t) : t('requisitions.judgement');
  };
}
