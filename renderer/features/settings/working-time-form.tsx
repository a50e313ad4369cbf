import { App } from 'antd';
import { daysOfText, spansOfText, textOfDays, textOfSpans } from '#shared/domain/working-time-text.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { type Text, useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { MultiChoice } from '../../components/inputs/multi-choice.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import { PublicDaysInput } from './public-days-input.tsx';
import { SaveSettings } from './save-settings.tsx';
import { ValueField } from './value-field.tsx';

type Saved = Awaited<ReturnType<Service['settings']['workingTime']['call']>>;
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
type Weekday = (typeof weekdays)[number];

/** As it is typed: the stretches of a day and the exceptions in words. */
interface Typed {
  readonly spans: string;
  readonly weekdays: readonly Weekday[];
  readonly daysOff: string;
  readonly workdays: string;
  readonly publicDays: { readonly daysOff: readonly string[]; readonly workdays: readonly string[] };
}

/** When the firm works: the hours, the week, its exceptions, public holidays of later years. */
export function WorkingTimeForm({ saved: { values, version } }: { readonly saved: Saved }) {
  const t = useText();
  const disabled = !useMay()('settings.edit');
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft<Typed>('settings/workingTime', typedOf(values), version);
  const { spans, daysOff, workdays } = draft.value;
  const form = useForm(draft, service.settings.saveWorkingTime, {
    input: (typed, seen) => ({
      version: seen,
      values: {
        spans: spansOfText(typed.spans) ?? [],
        weekdays: typed.weekdays.map(Number),
        daysOff: daysIn(typed.daysOff),
        workdays: daysIn(typed.workdays),
        publicDaysOff: [...typed.publicDays.daysOff],
        publicWorkdays: [...typed.publicDays.workdays],
      },
    }),
    done: () => void message.success(t('settings.saved')),
  });
  const wrongSpans = spansOfText(spans) ? undefined : t('issue.spans');
  const wrongDaysOff = wrongDay(daysOff, t);
  const wrongWorkdays = wrongDay(workdays, t);
  return (
    <Card
      title={t('settings.workingTime')}
      end={<span className="mut sm">{t('settings.workingTimeNote')}</span>}
    >
      <div className="inside">
        <Form form={form}>
          <Fields labelWidth={110}>
            <FormField
              form={form}
              name="spans"
              label="settings.spans"
              hint={t('settings.spansNote')}
              fault={wrongSpans}
            >
              {(bound) => <TextInput {...bound} width={320} maxLength={60} disabled={disabled} />}
            </FormField>
            <ValueField form={form} name="weekdays" label="settings.weekdays">
              {(bound) => (
                <MultiChoice
                  {...bound}
                  disabled={disabled}
                  choices={weekdays.map((value) => ({ value, label: t(`settings.weekday_${value}`) }))}
                />
              )}
            </ValueField>
            <FormField
              form={form}
              name="daysOff"
              label="settings.daysOff"
              hint={t('settings.daysOffNote')}
              fault={wrongDaysOff}
            >
              {(bound) => <ProseInput {...bound} rows={2} disabled={disabled} />}
            </FormField>
            <ValueField
              form={form}
              name="workdays"
              label="settings.workdays"
              hint={t('settings.workdaysNote')}
              fault={wrongWorkdays}
            >
              {(bound) => <ProseInput {...bound} rows={2} disabled={disabled} />}
            </ValueField>
            <FormField
              form={form}
              name="publicDays"
              label="settings.publicDays"
              hint={t('settings.publicDaysNote')}
            >
              {(bound) => <PublicDaysInput {...bound} disabled={disabled} />}
            </FormField>
            <SaveSettings
              form={form}
              disabled={[wrongSpans, wrongDaysOff, wrongWorkdays].some((wrong) => wrong !== undefined)}
            />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}

function typedOf(values: Saved['values']): Typed {
  return {
    spans: textOfSpans(values.spans),
    weekdays: weekdays.filter((one) => values.weekdays.includes(Number(one))),
    daysOff: textOfDays(values.daysOff),
    workdays: textOfDays(values.workdays),
    publicDays: { daysOff: values.publicDaysOff, workdays: values.publicWorkdays },
  };
}

function daysIn(text: string): string[] {
  const read = daysOfText(text);
  return 'days' in read ? read.days : [];
}

function wrongDay(text: string, t: Text): string | undefined {
  const read = daysOfText(text);
  return 'wrong' in read ? t('issue.wrongDay', { limit: read.wrong }) : undefined;
}
