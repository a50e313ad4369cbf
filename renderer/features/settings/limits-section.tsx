import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { CountInput, MoneyInput } from '../../components/inputs/number-inputs.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { SaveSettings } from './save-settings.tsx';
import { ValueField } from './value-field.tsx';

type Saved = Awaited<ReturnType<Service['settings']['limits']['call']>>;
/** While it is typed a number may be missing. */
type LimitValues = {
  readonly [Name in keyof Saved['values']]: Saved['values'][Name] extends number ? number | null : boolean;
};

/** How far back, how much, how long: what holds for everybody until a leader allows more. */
export function LimitsSection() {
  const service = useService();
  const asked = useAsk(service.settings.limits, undefined, { shows: ['setting'] });
  return <Asked of={asked}>{(saved) => <LimitsForm saved={saved} />}</Asked>;
}

function LimitsForm({ saved: { values, version } }: { readonly saved: Saved }) {
  const t = useText();
  const disabled = !useMay()('settings.edit');
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft<LimitValues>('settings/limits', values, version);
  const form = useForm(draft, service.settings.saveLimits, {
    input: (
      { backdateDays, holderLimitFen, holderLimitDays, oldPartDueDays, draftsBelongToAuthor },
      seen,
    ) => ({
      version: seen,
      // Not sent while a number is missing: the button is disabled then, and the host refuses what is below zero.
      values: {
        backdateDays: backdateDays ?? -1,
        holderLimitFen: holderLimitFen ?? -1,
        holderLimitDays: holderLimitDays ?? -1,
        oldPartDueDays: oldPartDueDays ?? -1,
        draftsBelongToAuthor,
      },
    }),
    done: () => void message.success(t('settings.saved')),
  });
  const days = { width: 130, disabled, suffix: <span className="mut">{t('settings.days')}</span> };
  return (
    <Card title={t('settings.limits')}>
      <div className="inside">
        <Form form={form}>
          <Fields labelWidth={100}>
            <ValueField
              form={form}
              name="backdateDays"
              label="settings.backdateDays"
              hint={t('settings.backdateDaysNote')}
            >
              {(bound) => <CountInput {...bound} {...days} />}
            </ValueField>
            <ValueField
              form={form}
              name="holderLimitFen"
              label="settings.holderLimit"
              hint={t('settings.holderLimitNote')}
            >
              {(bound) => <MoneyInput {...bound} width={130} disabled={disabled} />}
            </ValueField>
            <ValueField
              form={form}
              name="holderLimitDays"
              label="settings.holderLimitDays"
              hint={t('settings.holderLimitDaysNote')}
            >
              {(bound) => <CountInput {...bound} {...days} />}
            </ValueField>
            <ValueField
              form={form}
              name="oldPartDueDays"
              label="settings.oldPartDueDays"
              hint={t('settings.oldPartDueDaysNote')}
            >
              {(bound) => <CountInput {...bound} {...days} />}
            </ValueField>
            <FormField
              form={form}
              name="draftsBelongToAuthor"
              label="settings.drafts"
              hint={t('settings.draftsNote')}
            >
              {(bound) => <SwitchChoice {...bound} yes="settings.draftsOfAuthor" no="settings.draftsOfAll" />}
            </FormField>
            <SaveSettings form={form} disabled={Object.values(draft.value).includes(null)} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}
