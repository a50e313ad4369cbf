import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { EditableCard } from '../../components/editable-card.tsx';
import type { EditingInPlace } from '../../components/editable-card.tsx';
import { ExistingUnit } from '../../components/existing-unit.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Tag } from '../../components/tag.tsx';
import { nameOfUnit } from '../../components/unit-texts.ts';
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
      facts={<Facts unit={unit} />}
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

function Facts({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const customer = <Link to={pathOfRecord('customer', unit.customerId)}>{unit.customerName}</Link>;
  return (
    <FactGrid
      columns={2}
      facts={[
        { label: t('units.customer'), value: customer },
        {
          label: t('units.product'),
          value: [unit.productName, unit.productLine].filter(Boolean).join(' · '),
        },
        { label: t('units.serialNumber'), value: unit.plate === '' ? '' : unit.serialNumber },
        { label: t('units.engineNumber'), value: unit.engineNumber },
        { label: t('units.saleDay'), value: unit.saleDay },
        { label: t('units.cardReceivedDay'), value: <CardFact unit={unit} /> },
        { label: t('units.deliveryDay'), value: unit.deliveryDay },
        { label: t('units.region'), value: unit.region },
        { label: t('units.dealer'), value: unit.dealer },
        { label: t('units.notes'), value: unit.notes, wide: true },
      ]}
    />
  );
}
