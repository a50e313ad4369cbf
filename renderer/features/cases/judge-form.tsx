import { useState } from 'react';
import { App } from 'antd';
import { dayOf } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';
import { exclusions } from '#shared/domain/states.ts';
import type { Exclusion } from '#shared/domain/states.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { verdictTone } from '../calls/caller-side.tsx';
import type { CaseFacts } from './case-page.tsx';

/** Judges one component group of the unit for this case and lays the half-sheet on the desk. */
export function JudgeForm({
  facts,
  unit,
  onDone,
}: {
  readonly facts: CaseFacts;
  readonly unit: NonNullable<CaseFacts['unit']>;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const may = useMay();
  const { message } = App.useApp();
  const today = dayOf(useNow());
  const [group, setGroup] = useState('');
  const [basisDay, setBasisDay] = useState<Day | null>(today);
  const [mileageKm, setMileageKm] = useState(unit.mileageKm);
  const [operatingHours, setOperatingHours] = useState<number | null>(null);
  const [found, setFound] = useState<readonly Exclusion[]>([]);
  const preview = useAsk(
    service.warranty.preview,
    { unitId: unit.id, day: basisDay ?? today, mileageKm, operatingHours },
    { shows: ['unit', 'warrantyPolicy'], keepLast: true },
  );
  const act = useAct(service.warranty.judge, {
    done: ({ id, number }) => {
      void message.success(t('cases.judged', { number }));
      onDone();
      if (may('papers.print'))
        showPaper({ kind: 'document', paperKind: 'warranty-judgement', documentId: id, name: number });
    },
  });
  const save = () => {
    if (group === '' || basisDay === null) return;
    void act.run({
      unitId: unit.id,
      componentGroupCode: group,
      basisDay,
      mileageKm,
      operatingHours,
      exclusions: [...found],
      caseId: facts.id,
    });
  };
  const toggle = (one: Exclusion) =>
    setFound(found.includes(one) ? found.filter((other) => other !== one) : [...found, one]);
  const sentences = (reasons: NonNullable<typeof preview.data>[number]['reasons']) =>
    reasons.flatMap(({ key, parameters }) => translateAny(t.language, key, parameters) ?? []).join(';');

  return (
    <Card title={t('cases.judgeTitle')} end={<span className="mut sm">{preview.data?.[0]?.policyName}</span>}>
      <div className="inside" data-testid="judge-form">
        <PlainForm trouble={act.trouble} onSave={save}>
          <Fields two>
            <Field label="cases.basisDay" name="basisDay" trouble={act.trouble}>
              <DayInput value={basisDay} onChange={setBasisDay} />
            </Field>
            <Field label="cases.mileage" name="mileageKm" trouble={act.trouble}>
              <div className="row tight">
                <CountInput
                  width={130}
                  value={mileageKm}
                  onChange={setMileageKm}
                  suffix={<span className="mut sm">km</span>}
                />
                <CountInput
                  width={110}
                  value={operatingHours}
                  onChange={setOperatingHours}
                  suffix={<span className="mut sm">h</span>}
                />
              </div>
            </Field>
          </Fields>
          <Fields>
            <Field label="cases.exclusions" name="exclusions" trouble={act.trouble}>
              <div className="choices">
                {exclusions.map((one) => (
                  <button
                    key={one}
                    type="button"
                    role="checkbox"
                    aria-checked={found.includes(one)}
                    className="choice late"
                    onClick={() => toggle(one)}
                  >
                    {stateWord(t, 'exclusion', one)}
                  </button>
                ))}
              </div>
            </Field>
            <Field label="cases.componentGroup" name="componentGroupCode" trouble={act.trouble} needed>
              <div className="judge-groups" role="radiogroup">
                {preview.data?.map((row) => (
                  <button
                    key={row.componentGroupCode}
                    type="button"
                    role="radio"
                    aria-checked={row.componentGroupCode === group}
                    className="choice judge-group"
                    onClick={() => setGroup(row.componentGroupCode)}
                  >
                    <span>{row.componentGroupName}</span>
                    <Tag tone={verdictTone[row.verdict]}>{stateWord(t, 'verdict', row.verdict)}</Tag>
                    <span className="sm mut cut">{sentences(row.reasons)}</span>
                    <span className="sm mut">{row.clause}</span>
                  </button>
                ))}
              </div>
            </Field>
          </Fields>
          <div className="row tight end">
            <KeyButton label="common.cancel" keys="Escape" onPress={onDone} />
            <KeyButton
              primary
              submit
              label="cases.judgeAct"
              shownKeys="Ctrl+S"
              pending={act.pending}
              disabled={group === '' || basisDay === null}
              onPress={save}
            />
          </div>
        </PlainForm>
      </div>
    </Card>
  );
}
