import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card, CardPart } from '../../components/card.tsx';
import type { JudgedUnit } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { JudgeForm } from './judge-form.tsx';
import { JudgementsList } from './judgements-list.tsx';
import './warranty.css';

/**
 * Everything about the warranty of a unit on one card: the lights with the words to read out, the act that makes a
 * judgement, the judgements made so far, those of the case where there is one.
 */
export function JudgementPanel({
  unit,
  caseId = null,
  groupCode,
}: {
  /** The unit and the readings to judge it by. */
  readonly unit: JudgedUnit;
  readonly caseId?: string | null;
  /** The component group the fault points to. */
  readonly groupCode?: string | undefined;
}) {
  const t = useText();
  const service = useService();
  const made = useAsk(service.warranty.judgements, caseId === null ? { unitId: unit.id } : { caseId }, {
    shows: ['judgement'],
  });
  return (
    <Card title={t('warranty.title')}>
      <JudgeForm unit={unit} caseId={caseId} groupCode={groupCode} />
      <CardPart title={t('warranty.judgements')} end={<span className="mut sm">{made.data?.length}</span>}>
        <Asked of={made}>{(judgements) => <JudgementsList judgements={judgements} />}</Asked>
      </CardPart>
    </Card>
  );
}
