import { oldPartRules, partQualityStates } from '#shared/domain/states.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import type { MessageKey } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { FormField } from '../../components/form/form.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { CountInput, MoneyInput, QuantityInput } from '../../components/inputs/number-inputs.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import type { PartValues } from './part-values.ts';

type FormOfPart = Form<PartValues>;
type TextName = {
  [Name in keyof PartValues]: PartValues[Name] extends string ? Name : never;
}[Exclude<keyof PartValues, 'oldPartRule' | 'qualityState'>];

/** Everything there is to say of a part. */
export function PartFields({ form, isNew = false }: { readonly form: FormOfPart; readonly isNew?: boolean }) {
  const t = useText();
  return (
    <>
      <TextField
        form={form}
        name="number"
        label="fields.part_number"
        maxLength={40}
        needed
        wide
        autoFocus={isNew}
      />
      <TextField form={form} name="name" label="fields.name" maxLength={80} needed wide autoFocus={!isNew} />
      <TextField form={form} name="specification" label="fields.specification" maxLength={80} wide />
      <TextField form={form} name="modelFit" label="fields.modelFit" maxLength={120} wide />
      <TextField form={form} name="unitOfMeasure" label="fields.unitOfMeasure" maxLength={10} needed />
      <TextField form={form} name="category" label="fields.category" maxLength={40} />
      <QuantityField form={form} name="minimumQuantity" label="fields.minimumQuantity" />
      <QuantityField form={form} name="maximumQuantity" label="fields.maximumQuantity" />
      <FormField
        form={form}
        name="priceFen"
        label="fields.priceFen"
        show={(value) => (value === null ? '—' : formatMoney(value))}
      >
        {(bound) => <MoneyInput {...bound} />}
      </FormField>
      <FormField form={form} name="weightGrams" label="fields.weightGrams">
        {(bound) => <CountInput {...bound} />}
      </FormField>
      <TextField form={form} name="barcode" label="fields.barcode" maxLength={60} wide />
      <TextField form={form} name="makerNumber" label="fields.makerNumber" maxLength={40} wide />
      <TextField form={form} name="supplier" label="fields.supplier" maxLength={80} wide />
      <TextField
        form={form}
        name="componentGroupCode"
        label="fields.componentGroupCode"
        maxLength={20}
        wide
        hint={t('parts.componentGroupHint')}
      />
      <FormField
        form={form}
        name="oldPartRule"
        label="fields.oldPartRule"
        show={(value) => t(`states.oldPartRule_${value}`)}
        wide
      >
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={oldPartRules.map((value) => ({ value, label: t(`states.oldPartRule_${value}`) }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="qualityState"
        label="fields.qualityState"
        show={(value) => t(`states.partQualityState_${value}`)}
        wide
      >
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={partQualityStates.map((value) => ({
              value,
              label: t(`states.partQualityState_${value}`),
              ...(value === 'blocked' ? { tone: 'late' } : {}),
            }))}
          />
        )}
      </FormField>
      {!isNew && (
        <FormField
          form={form}
          name="active"
          label="common.state"
          show={(value) => t(value ? 'parts.active' : 'parts.inactive')}
          wide
        >
          {(bound) => <SwitchChoice {...bound} yes="parts.active" no="parts.inactive" />}
        </FormField>
      )}
    </>
  );
}

function TextField({
  form,
  name,
  label,
  maxLength,
  autoFocus,
  ...rest
}: {
  readonly form: FormOfPart;
  readonly name: TextName;
  readonly label: MessageKey;
  readonly maxLength: number;
  readonly needed?: boolean;
  readonly wide?: boolean;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}) {
  return (
    <FormField form={form} name={name} label={label} {...rest}>
      {(bound) => <TextInput {...bound} maxLength={maxLength} autoFocus={autoFocus} />}
    </FormField>
  );
}

function QuantityField({
  form,
  name,
  label,
}: {
  readonly form: FormOfPart;
  readonly name: 'minimumQuantity' | 'maximumQuantity';
  readonly label: MessageKey;
}) {
  return (
    <FormField
      form={form}
      name={name}
      label={label}
      show={(value) => (value === null ? '—' : formatQuantity(value))}
    >
      {(bound) => <QuantityInput {...bound} />}
    </FormField>
  );
}
