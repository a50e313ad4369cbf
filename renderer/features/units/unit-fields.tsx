import { useText } from '../../app/text.ts';
import { FormField } from '../../components/form/form.tsx';
import { NoneYet } from '../../components/form/none-yet.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { faultsOf } from '../../service/trouble.ts';
import type { UnitValues } from './unit-values.ts';

/** Whose unit it is, which model, and the numbers it carries. */
export function UnitFirstFields<Value extends UnitValues>({
  form,
  autoFocus,
}: {
  readonly form: Form<Value>;
  readonly autoFocus?: boolean;
}) {
  const service = useService();
  const fields = ofUnit(form);
  const { productId, customerId, customerName } = fields.draft.value;
  const { data: products } = useAsk(service.units.products, undefined, { shows: ['product'] });
  const nameOfProduct = (id: string | null) => products?.find((product) => product.id === id)?.code ?? '';
  const choices = (products ?? [])
    .filter((product) => product.active || product.id === productId)
    .map(({ id, code, name, findable }) => ({ value: id as string, label: `${code} ${name}`, findable }));
  return (
    <>
      <FormField form={fields} name="plate" label="fields.plate">
        {(bound) => <TextInput {...bound} maxLength={20} autoFocus={autoFocus} />}
      </FormField>
      <FormField
        form={fields}
        name="productId"
        label="fields.productCode"
        needed
        show={nameOfProduct}
        fault={useMissing(form, 'productId', productId)}
        hint={products?.length === 0 ? <NoneYet kind="model" /> : undefined}
      >
        {(bound) => <SelectInput {...bound} choices={choices} />}
      </FormField>
      <FormField
        form={fields}
        name="customerId"
        label="fields.customerName"
        needed
        wide
        show={(id) => (id === customerId ? customerName : String(id))}
        fault={useMissing(form, 'customerId', customerId)}
      >
        {() => (
          <SearchPick
            label={customerName}
            search={(text, signal) =>
              service.search.all.call({ text, kinds: ['customer'], limit: 12 }, { signal })
            }
            option={(hit) => ({ key: hit.id, title: hit.title, detail: hit.subtitle })}
            onPick={(hit) =>
              fields.draft.set({ customerId: hit?.id ?? null, customerName: hit?.title ?? '' })
            }
          />
        )}
      </FormField>
      <FormField form={fields} name="serialNumber" label="fields.unit_serialNumber">
        {(bound) => <TextInput {...bound} maxLength={40} />}
      </FormField>
      <FormField form={fields} name="engineNumber" label="fields.engineNumber">
        {(bound) => <TextInput {...bound} maxLength={40} />}
      </FormField>
      <FormField form={fields} name="saleDay" label="fields.saleDay">
        {(bound) => <DayInput {...bound} />}
      </FormField>
      <FormField form={fields} name="cardReceivedDay" label="fields.unit_cardReceivedDay">
        {(bound) => <DayInput {...bound} />}
      </FormField>
    </>
  );
}

/** Everything else there is to say of a unit. */
export function UnitMoreFields<Value extends UnitValues>({
  form,
  isNew = false,
}: {
  readonly form: Form<Value>;
  readonly isNew?: boolean;
}) {
  const t = useText();
  const fields = ofUnit(form);
  return (
    <>
      <FormField form={fields} name="deliveryDay" label="fields.deliveryDay">
        {(bound) => <DayInput {...bound} />}
      </FormField>
      <FormField form={fields} name="region" label="fields.unit_region">
        {(bound) => <TextInput {...bound} maxLength={60} />}
      </FormField>
      <FormField form={fields} name="dealer" label="fields.dealer" wide>
        {(bound) => <TextInput {...bound} maxLength={80} />}
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
          {(bound) => <SwitchChoice {...bound} yes="units.active" no="units.inactive" />}
        </FormField>
      )}
    </>
  );
}

/** 'Please fill in' at a record that was not chosen; what the host says of it is about the form of an id. */
function useMissing<Value extends object>(
  form: Form<Value>,
  name: string,
  value: string | null,
): string | undefined {
  const t = useText();
  return value === null && faultsOf(form.trouble)[name] ? t('issue.required') : undefined;
}

function ofUnit<Value extends UnitValues>(form: Form<Value>): Form<UnitValues> {
  // These fields read and set nothing but the unit's part of the value.
  return form as unknown as Form<UnitValues>;
}
