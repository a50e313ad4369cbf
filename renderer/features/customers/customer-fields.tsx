import { customerKinds, distanceClasses, importances } from '#shared/domain/states.ts';
import { useText } from '../../app/text.ts';
import { FormField } from '../../components/form/form.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { TelephonesInput, useTelephoneFault } from './telephones-input.tsx';
import type { CustomerValues } from './customer-values.ts';

/** The two fields that are enough: name and telephone. */
export function FirstFields<Value extends CustomerValues>({
  form,
  autoFocus,
}: {
  readonly form: Form<Value>;
  readonly autoFocus?: boolean;
}) {
  const fields = ofCustomer(form);
  const telephoneFault = useTelephoneFault(form.trouble, 'telephones');
  return (
    <>
      <FormField form={fields} name="name" label="fields.name" needed wide>
        {(bound) => <TextInput {...bound} maxLength={80} autoFocus={autoFocus} />}
      </FormField>
      <FormField form={fields} name="telephones" label="fields.telephones" fault={telephoneFault} wide>
        {(bound) => <TelephonesInput {...bound} />}
      </FormField>
    </>
  );
}

/** Everything else there is to say of a customer. */
export function MoreFields<Value extends CustomerValues>({
  form,
  isNew = false,
}: {
  readonly form: Form<Value>;
  readonly isNew?: boolean;
}) {
  const t = useText();
  const fields = ofCustomer(form);
  return (
    <>
      <FormField
        form={fields}
        name="kind"
        label="fields.customer_kind"
        show={(kind) => t(`states.customerKind_${kind}`)}
      >
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={customerKinds.map((value) => ({ value, label: t(`states.customerKind_${value}`) }))}
          />
        )}
      </FormField>
      <FormField form={fields} name="region" label="fields.region">
        {(bound) => <TextInput {...bound} maxLength={60} />}
      </FormField>
      <FormField
        form={fields}
        name="distanceClass"
        label="fields.distanceClass"
        show={(value) => t(`states.distanceClass_${value}`)}
      >
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={distanceClasses.map((value) => ({ value, label: t(`states.distanceClass_${value}`) }))}
          />
        )}
      </FormField>
      <FormField form={fields} name="distanceKm" label="fields.distanceKm">
        {(bound) => <CountInput {...bound} width={110} />}
      </FormField>
      <FormField
        form={fields}
        name="importance"
        label="fields.importance"
        wide
        show={(value) => t(`states.importance_${value}`)}
      >
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={importances.map((value) => ({
              value,
              label: t(`states.importance_${value}`),
              ...(value === 'watched' ? { tone: 'late' } : {}),
            }))}
          />
        )}
      </FormField>
      <FormField form={fields} name="address" label="fields.address" wide>
        {(bound) => <TextInput {...bound} maxLength={200} />}
      </FormField>
      <FormField form={fields} name="notes" label="fields.notes" wide>
        {(bound) => <ProseInput {...bound} rows={2} maxLength={2000} />}
      </FormField>
      {!isNew && (
        <FormField
          form={fields}
          name="active"
          label="fields.active"
          show={(value) => t(value ? 'common.yes' : 'common.no')}
          wide
        >
          {(bound) => <SwitchChoice {...bound} yes="customers.active" no="customers.inactive" />}
        </FormField>
      )}
    </>
  );
}

function ofCustomer<Value extends CustomerValues>(form: Form<Value>): Form<CustomerValues> {
  // These fields read and set nothing but the customer's part of the value.
  return form as unknown as Form<CustomerValues>;
}
