import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { EditableCard } from '../../components/editable-card.tsx';
import type { EditingInPlace } from '../../components/editable-card.tsx';
import { Facts } from '../../components/facts.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Tag } from '../../components/tag.tsx';
import { WhoLooked } from '../../components/who-looked.tsx';
import { useService } from '../../service/service-context.tsx';
import { FirstFields, MoreFields } from './customer-fields.tsx';
import type { Customer } from './customer-file.tsx';
import { customerInputOf, customerValuesOf } from './customer-values.ts';
import type { CustomerValues } from './customer-values.ts';

/** Who a customer is; edited in its place. */
export function CustomerCard({ customer }: { readonly customer: Customer }) {
  const draft = useDraft(`customer/${customer.id}`, customerValuesOf(customer), customer.version);
  return (
    <EditableCard
      title={customer.name}
      tags={<CustomerTags customer={customer} />}
      end={<WhoLooked id={customer.id} />}
      permission="customers.edit"
      draft={draft}
      facts={
        <Facts
          of="customer"
          row={customer}
          columns={2}
          names={['telephones', 'kind', 'region', 'createdAt', 'address', 'notes']}
          wide={['address', 'notes']}
        />
      }
    >
      {(editing) => <EditForm customer={customer} draft={draft} {...editing} />}
    </EditableCard>
  );
}

/** How important a customer is, how far away, and whether it is still one. */
export function CustomerTags({
  customer,
}: {
  readonly customer: Pick<Customer, 'importance' | 'distanceClass' | 'distanceKm' | 'active'>;
}) {
  const t = useText();
  return (
    <>
      {customer.importance !== 'normal' && (
        <Tag tone={customer.importance === 'watched' ? 'late' : 'acc'}>
          {t(`states.importance_${customer.importance}`)}
        </Tag>
      )}
      <Tag>{distanceOf(customer, t)}</Tag>
      {!customer.active && <Tag tone="late">{t('customers.inactive')}</Tag>}
    </>
  );
}

function EditForm({
  customer,
  draft,
  autoFocus,
  onCancel,
  onSaved,
}: EditingInPlace & { readonly customer: Customer; readonly draft: Draft<CustomerValues> }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const form = useForm(draft, service.customers.edit, {
    input: (values, version) => ({ id: customer.id, version, ...customerInputOf(values) }),
    done: () => {
      void message.success(t('customers.saved'));
      onSaved();
    },
  });
  return (
    <Form form={form}>
      <Fields two labelWidth={84}>
        <FirstFields form={form} autoFocus={autoFocus} />
        <MoreFields form={form} />
      </Fields>
      <SaveActs form={form} onCancel={onCancel} />
    </Form>
  );
}

function distanceOf(
  { distanceClass, distanceKm }: Pick<Customer, 'distanceClass' | 'distanceKm'>,
  t: Text,
): string {
  const name = t(`states.distanceClass_${distanceClass}`);
  return distanceKm === null ? name : t('customers.distance', { class: name, km: distanceKm });
}
