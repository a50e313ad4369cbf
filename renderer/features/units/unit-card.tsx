import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { nameOfUnit } from '#shared/domain/unit-name.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { EditableCard } from '../../components/editable-card.tsx';
import type { EditingInPlace } from '../../components/editable-card.tsx';
import { ExistingUnit } from '../../components/existing-unit.tsx';
import { Facts } from '../../components/facts.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Tag } from '../../components/tag.tsx';
import { WarrantyLight } from '../../components/warranty/warranty-light.tsx';
import { WhoLooked } from '../../components/who-looked.tsx';
import { useService } from '../../service/service-context.tsx';
import { CardFact } from './card-fact.tsx';
import { UnitFirstFields, UnitMoreFields } from './unit-fields.tsx';
import { judgedUnit } from './judged-unit.ts';
import type { Unit } from './judged-unit.ts';
import { unitInputOf, unitValuesOf } from './unit-values.ts';
import type { UnitValues } from './unit-values.ts';

/** What a unit is; edited in its place. */
export function UnitCard({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const draft = useDraft(`unit/${unit.id}`, unitValuesOf(unit), unit.version);
  const tags = (
    <>
      <Tag>{unit.productCode}</Tag>
      <WarrantyLight unit={judgedUnit(unit)} />
      {!unit.active && <Tag tone="late">{t('units.inactive')}</Tag>}
    </>
  );
  return (
    <EditableCard
      title={nameOfUnit(unit)}
      tags={tags}
      end={<WhoLooked id={unit.id} />}
      permission="units.edit"
      draft={draft}
      facts={<UnitFacts unit={unit} />}
    >
      {(editing) => <EditForm unit={unit} draft={draft} {...editing} />}
    </EditableCard>
  );
}

function EditForm({
  unit,
  draft,
  autoFocus,
  onCancel,
  onSaved,
}: EditingInPlace & { readonly unit: Unit; readonly draft: Draft<UnitValues> }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const form = useForm(draft, service.units.edit, {
    input: (values, version) => ({ id: unit.id, version, ...unitInputOf(values) }),
    done: () => {
      void message.success(t('units.saved'));
      onSaved();
    },
  });
  return (
    <Form form={form}>
      <Fields two labelWidth={84}>
        <UnitFirstFields form={form} autoFocus={autoFocus} />
        <UnitMoreFields form={form} />
      </Fields>
      <ExistingUnit trouble={form.trouble} />
      <SaveActs form={form} onCancel={onCancel} />
    </Form>
  );
}

function UnitFacts({ unit }: { readonly unit: Unit }) {
  return (
    <Facts
      of="unit"
      row={unit}
      columns={2}
      names={[
        'customerName',
        'productName',
        'productLine',
        'serialNumber',
        'engineNumber',
        'saleDay',
        'cardReceivedDay',
        'deliveryDay',
        'region',
        'dealer',
        'notes',
      ]}
      draws={{
        customerName: <Link to={pathOfRecord('customer', unit.customerId)}>{unit.customerName}</Link>,
        // Without a plate it stands as the title.
        serialNumber: unit.plate === '' ? '' : unit.serialNumber,
        cardReceivedDay: <CardFact unit={unit} />,
      }}
      wide={['notes']}
    />
  );
}
