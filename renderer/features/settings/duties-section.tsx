import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { type MessageKey, useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { SaveSettings } from './save-settings.tsx';
import { ValueField } from './value-field.tsx';
import { WorkingTimeForm } from './working-time-form.tsx';

type Saved = Awaited<ReturnType<Service['settings']['duties']['call']>>;
type Limit = Exclude<keyof Saved['values'], 'countsWorkingTime'>;
/** While it is typed a number may be missing. */
type LimitValues = { readonly [Name in Limit]: number | null } & { readonly countsWorkingTime: boolean };

const limits: readonly (readonly [Limit, MessageKey])[] = [
  ['decisionHours', 'settings.hours'],
  ['customerFileDays', 'settings.days'],
  ['reportBackDays', 'settings.days'],
  ['cardDays', 'settings.days'],
  ['teamAfterHours', 'settings.hours'],
  ['leaderAfterHours', 'settings.hours'],
];

/** When duties are due, who hears of them after that, and when the firm works. */
export function DutiesSection() {
  const service = useService();
  const duties = useAsk(service.settings.duties, undefined, { shows: ['setting'] });
  const time = useAsk(service.settings.workingTime, undefined, { shows: ['setting'] });
  return (
    <div className="stack">
      <Asked of={duties}>{(saved) => <LimitsForm saved={saved} />}</Asked>
      <Asked of={time}>{(saved) => <WorkingTimeForm saved={saved} />}</Asked>
    </div>
  );
}

function LimitsForm({ saved: { values, version } }: { readonly saved: Saved }) {
  const t = useText();
  const disabled = !useMay()('settings.edit');
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft<LimitValues>('settings/duties', values, version);
  const form = useForm(draft, service.settings.saveDuties, {
    // Not sent while a number is missing: the button is disabled then, and the host refuses what is below zero.
    input: ({ countsWorkingTime, ...typed }, seen) => ({
      version: seen,
      values: {
        countsWorkingTime,
        decisionHours: typed.decisionHours ?? -1,
        reportBackDays: typed.reportBackDays ?? -1,
        customerFileDays: typed.customerFileDays ?? -1,
        cardDays: typed.cardDays ?? -1,
        teamAfterHours: typed.teamAfterHours ?? -1,
        leaderAfterHours: typed.leaderAfterHours ?? -1,
      },
    }),
    done: () => void message.success(t('settings.saved')),
  });
  return (
    <Card title={t('settings.duties')} end={<span className="mut sm">{t('settings.dutiesNote')}</span>}>
      <div className="inside">
        <Form form={form}>
          <Fields labelWidth={110}>
            <FormField form={form} name="countsWorkingTime" label="settings.countsWorkingTime">
              {(bound) => <SwitchChoice {...bound} yes="settings.byWorkingTime" no="settings.byClock" />}
            </FormField>
            {limits.map(([name, unit]) => (
              <ValueField
                key={name}
                form={form}
                name={name}
                label={`settings.${name}`}
                hint={t(`settings.${name}Note`)}
              >
                {(bound) => (
                  <CountInput
                    {...bound}
                    width={130}
                    disabled={disabled}
                    suffix={<span className="mut">{t(unit)}</span>}
                  />
                )}
              </ValueField>
            ))}
            <SaveSettings form={form} disabled={Object.values(draft.value).includes(null)} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}
