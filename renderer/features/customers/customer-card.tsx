import { useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Customer } from './customer-file.tsx';
import { FirstFields, MoreFields } from './customer-fields.tsx';
import { customerInputOf, customerValuesOf } from './customer-values.ts';

/** Who a customer is; edited in its place. A draft that was left opens the form again. */
export function CustomerCard({ customer }: { readonly customer: Customer }) {
  const t = useText();
  const may = useMay();
  const [isChosen, setIsChosen] = useState(false);
  const draft = useDraft(`customer/${customer.id}`, customerValuesOf(customer), customer.version);
  const isEditing = may('customers.edit') && (isChosen || draft.isChanged);
  const leave = () => {
    draft.discard();
    setIsChosen(false);
  };

  return (
    <Card
      title={customer.name}
      tags={<CustomerTags customer={customer} />}
      end={
        may('customers.edit') &&
        !isEditing && <KeyButton label="common.edit" keys="F6" onPress={() => setIsChosen(true)} />
      }
    >
      <div className="inside">
        {isEditing ? (
          <EditForm
            customer={customer}
            draft={draft}
            autoFocus={isChosen}
            onCancel={leave}
            onSaved={() => setIsChosen(false)}
          />
        ) : (
          <FactGrid columns={2} facts={factsOf(customer, t)} />
        )}
      </div>
    </Card>
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
}: {
  readonly customer: Customer;
  readonly draft: ReturnType<typeof useDraft<ReturnType<typeof customerValuesOf>>>;
  /** Somebody has just asked for the form; one that opens by itself leaves the cursor where it is. */
  readonly autoFocus: boolean;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}) {
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
      <div className="row tight">
        <KeyButton
          primary
          submit
          label="common.save"
          shownKeys="Ctrl+S"
          pending={form.pending}
          onPress={form.save}
        />
        <KeyButton label="common.cancel" onPress={onCancel} disabled={form.pending} />
      </div>
    </Form>
  );
}

function factsOf(customer: Customer, t: Text) {
  return [
    { label: t('customers.telephones'), value: customer.telephones.join('  ') },
    { label: t('customers.kind'), value: t(`states.customerKind_${customer.kind}`) },
    { label: t('customers.region'), value: customer.region },
    { label: t('customers.createdAt'), value: t.moment(customer.createdAt) },
    { label: t('customers.address'), value: customer.address, wide: true },
    { label: t('customers.notes'), value: customer.notes, wide: true },
  ];
}

function distanceOf(
  { distanceClass, distanceKm }: Pick<Customer, 'distanceClass' | 'distanceKm'>,
  t: Text,
): string {
  const name = t(`states.distanceClass_${distanceClass}`);
  return distanceKm === null ? name : t('customers.distance', { class: name, km: distanceKm });
}
