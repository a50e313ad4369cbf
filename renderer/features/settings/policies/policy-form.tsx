import type { ReactNode } from 'react';
import { policyBases } from '#shared/domain/states.ts';
import { useText } from '../../../app/text.ts';
import { Fields } from '../../../components/form/field.tsx';
import { Form, FormField } from '../../../components/form/form.tsx';
import type { Form as FormOf } from '../../../components/form/use-form.ts';
import { ChoiceButtons } from '../../../components/inputs/choice-buttons.tsx';
import { DayInput } from '../../../components/inputs/day-input.tsx';
import { CountInput } from '../../../components/inputs/number-inputs.tsx';
import { TextInput } from '../../../components/inputs/text-input.tsx';
import type { Group } from '../../../components/warranty/group-name.ts';
import type { PolicyValues } from './policy-values.ts';
import { TermsTable } from './terms-table.tsx';

const replacementTerms = ['restOfTerm', 'freshTerm'] as const;

/** The fields of a policy that is not published yet. */
export function PolicyForm({
  form,
  groups,
  children,
}: {
  readonly form: FormOf<PolicyValues>;
  readonly groups: readonly Group[];
  /** The acts, under the fields. */
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <Form form={form}>
      <Fields two labelWidth={84}>
        <FormField form={form} name="name" label="settings.policyName" needed wide>
          {(bound) => <TextInput {...bound} maxLength={60} />}
        </FormField>
        <FormField form={form} name="validFromDay" label="settings.validFromDay" needed>
          {(bound) => <DayInput {...bound} />}
        </FormField>
        <FormField
          form={form}
          name="appliesBy"
          label="settings.appliesBy"
          show={(value) => t(`settings.appliesBy_${value}`)}
          wide
        >
          {(bound) => (
            <ChoiceButtons
              {...bound}
              choices={policyBases.map((value) => ({ value, label: t(`settings.appliesBy_${value}`) }))}
            />
          )}
        </FormField>
        <FormField
          form={form}
          name="cardWithinDays"
          label="settings.cardWithinDays"
          hint={t('settings.cardWithinDaysNote')}
        >
          {(bound) => (
            <CountInput
              {...bound}
              width={110}

              suffix={<span className="mut">{t('settings.days')}</span>}
            />
          )}
        </FormField>
        <FormField form={form} name="scope" label="settings.scope" hint={t('settings.scopeNote')} wide>
          {(bound) => <TextInput {...bound} placeholder={t('settings.scopeAll')} />}
        </FormField>
        <FormField form={form} name="regions" label="settings.regions" hint={t('settings.regionsNote')}>
          {(bound) => <TextInput {...bound} />}
        </FormField>
        <FormField
          form={form}
          name="replacementTerm"
          label="settings.replacementTerm"
          show={(value) => t(`settings.replacementTerm_${value}`)}
        >
          {(bound) => (
            <ChoiceButtons
              {...bound}

              choices={replacementTerms.map((value) => ({
                value,
                label: t(`settings.replacementTerm_${value}`),
              }))}
            />
          )}
        </FormField>
      </Fields>
      <div className="stack tight">
        <span className="mut sm">{t('settings.termsNote')}</span>
        <TermsTable
          terms={form.draft.value.terms}
          groups={groups}
          trouble={form.trouble}
          onChange={form.bind('terms').onChange}
        />
      </div>
      {children}
    </Form>
  );
}
