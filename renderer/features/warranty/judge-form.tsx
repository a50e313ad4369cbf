import { App } from 'antd';
import type { Day } from '#shared/domain/days.ts';
import type { Exclusion } from '#shared/domain/states.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { ReadingDoubt, nothingSaidOfReading, type SaidOfReading } from '../../components/reading-doubt.tsx';
import type { Preview } from '../../components/warranty/reasons.ts';
import type { JudgedUnit } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ExclusionChoices } from './exclusion-choices.tsx';
import { GroupChoices } from './group-choices.tsx';

interface JudgeValues extends SaidOfReading {
  readonly basisDay: Day | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly componentGroupCode: string;
  readonly exclusions: readonly Exclusion[];
}

/** The lights of a unit by component group and, for those who may, the act that makes one a judgement. */
export function JudgeForm({
  unit,
  caseId,
  groupCode = '',
}: {
  readonly unit: JudgedUnit;
  readonly caseId: string | null;
  /** The component group the fault points to; chosen first. */
  readonly groupCode?: string | undefined;
}) {
  const t = useText();
  const may = useMay();
  const service = useService();
  const today = useToday();
  const { message } = App.useApp();
  const { id: unitId, mileageKm, operatingHours } = unit;
  const unjudged: JudgeValues = {
    basisDay: today,
    mileageKm,
    operatingHours,
    componentGroupCode: groupCode,
    exclusions: [],
    ...nothingSaidOfReading,
  };
  const draft = useDraft(`judgement/${caseId ?? unitId}`, unjudged);
  const { value } = draft;
  const day = value.basisDay ?? today;
  const asked = {
    unitId,
    day,
    mileageKm: value.mileageKm,
    operatingHours: value.operatingHours,
    ...(caseId === null ? {} : { caseId }),
  };
  const preview = useAsk(service.warranty.preview, asked, {
    shows: ['unit', 'warrantyPolicy', 'report'],
    keepLast: true,
  });
  const form = useForm(draft, service.warranty.judge, {
    input: ({ basisDay, exclusions, ...values }) => ({
      unitId,
      caseId,
      ...values,
      basisDay: basisDay ?? '',
      exclusions: [...exclusions],
    }),
    done: ({ number }) => {
      void message.success(t('warranty.judged', { number }));
      draft.discard();
    },
  });
  const group = form.bind('componentGroupCode');

  if (!preview.data) return null;
  if (preview.data.length === 0) return <EmptyState>{t('warranty.noGroups')}</EmptyState>;
  if (!may('warranty.judge')) return <GroupChoices groups={preview.data} value={null} />;
  return (
    <div className="inside">
      <Form form={form}>
        <Fields two labelWidth={64}>
          <FormField form={form} name="basisDay" label="warranty.basisDay">
            {(bound) => <DayInput {...bound} />}
          </FormField>
          <FormField form={form} name="mileageKm" label="warranty.mileage">
            {(bound) => (
              <CountInput
                {...bound}
                onChange={(next) => draft.set({ ...nothingSaidOfReading, mileageKm: next })}
                width={150}
                autoFocus={caseId !== null}
                placeholder={t('warranty.readingUnknown')}
              />
            )}
          </FormField>
          {(operatingHours !== null || hoursMatter(preview.data)) && (
            <FormField form={form} name="operatingHours" label="warranty.operatingHours">
              {(bound) => (
                <CountInput
                  {...bound}
                  onChange={(next) => draft.set({ ...nothingSaidOfReading, operatingHours: next })}
                  width={150}
                  placeholder={t('warranty.readingUnknown')}
                />
              )}
            </FormField>
          )}
        </Fields>
        <ReadingDoubt trouble={form.trouble} said={value} onSay={draft.set} />
        <span className="mut sm">{preview.data[0]?.policyName}</span>
        <GroupChoices groups={preview.data} value={group.value || null} onChange={group.onChange} />
        <Fields labelWidth={64}>
          <FormField form={form} name="exclusions" label="warranty.exclusions">
            {(bound) => <ExclusionChoices {...bound} />}
          </FormField>
          <span />
          <div className="row tight">
            <KeyButton
              primary
              submit
              label="warranty.judge"
              pending={form.pending}
              disabled={value.componentGroupCode === ''}
              onPress={form.save}
            />
            {value.componentGroupCode === '' && <span className="mut sm">{t('warranty.chooseGroup')}</span>}
          </div>
        </Fields>
      </Form>
    </div>
  );
}

function hoursMatter(groups: readonly Preview[]): boolean {
  return groups.some(({ reasons }) => reasons.some(({ key }) => key.startsWith('warranty.reasonHours')));
}
