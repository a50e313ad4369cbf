import { useState } from 'react';
import { useMay, usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { useGroupName } from '../../components/warranty/group-name.ts';
import { reasonsText } from '../../components/warranty/reasons.ts';
import { VerdictTag } from '../../components/warranty/warranty-light.tsx';
import type { Service } from '../../service/service-context.tsx';
import { OverruleForm } from './overrule-form.tsx';

export type Judgement = Awaited<ReturnType<Service['warranty']['judgements']['call']>>[number];

/** The judgements made so far, the newest first, each with its paper and, for leaders, the way to overrule it. */
export function JudgementsList({ judgements }: { readonly judgements: readonly Judgement[] }) {
  const t = useText();
  if (judgements.length === 0) return <EmptyState>{t('warranty.noJudgements')}</EmptyState>;
  return (
    <div className="judgements" data-testid="judgements">
      {judgements.map((judgement) => (
        <JudgementEntry key={judgement.id} judgement={judgement} />
      ))}
    </div>
  );
}

function JudgementEntry({ judgement }: { readonly judgement: Judgement }) {
  const t = useText();
  const may = useMay();
  const { personId } = usePerson();
  const nameOf = useGroupName();
  const [isOverruling, setIsOverruling] = useState(false);
  const { id, number, at, holdingVerdict, overruledVerdict, overruleReason, overruledByName, verdict } =
    judgement;
  return (
    <article>
      <div className="row tight">
        <VerdictTag verdict={holdingVerdict} />
        <span className="strong cut">
          {nameOf(judgement.componentGroupCode, judgement.componentGroupName)}
        </span>
        <span className="grow" />
        {may('papers.print') && (
          <button
            type="button"
            className="link sm"
            onClick={() =>
              showPaper({ kind: 'document', paperKind: 'warranty-judgement', documentId: id, name: number })
            }
          >
            {t('warranty.showPaper')}
          </button>
        )}
        {may('warranty.overrule') && judgement.personId !== personId && (
          <button
            type="button"
            className="link sm"
            aria-expanded={isOverruling}
            onClick={() => setIsOverruling(!isOverruling)}
          >
            {t('warranty.overrule')}
          </button>
        )}
      </div>
      <div className="sm">{reasonsText(judgement.reasons, t)}</div>
      {overruledVerdict !== null && (
        <div className="sm soon">
          {t('warranty.overruled', {
            by: overruledByName,
            before: t(`states.verdict_${verdict}`),
            reason: overruleReason,
          })}
        </div>
      )}
      <div className="mut sm">
        {number} · {t.moment(at)} ·{' '}
        {t('warranty.judgedBy', { by: judgement.personName, day: judgement.basisDay })}
      </div>
      {isOverruling && <OverruleForm judgement={judgement} onDone={() => setIsOverruling(false)} />}
    </article>
  );
}
