import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { nameOfUnit } from '../../components/unit-texts.ts';
import { WarrantyLight } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { CardFact } from './card-fact.tsx';
import { ExistingUnit } from './existing-unit.tsx';
import { UnitFirstFields, UnitMoreFields } from './unit-fields.tsx';
import { judgedUnit } from './unit-file.tsx';
import type { Unit } from './unit-file.tsx';
import { unitInputOf, unitValuesOf } from './unit-values.ts';
import type { UnitValues } from './unit-values.ts';

/** What a unit is; edited in its place. A draft that was left opens the form again. */
export function UnitCard({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const may = useMay();
  const [isChosen, setIsChosen] = useState(false);
  const draft = useDraft(`unit/${unit.id}`, unitValuesOf(unit), unit.version);
  const isEditing = may('units.edit') && (isChosen || draft.isChanged);
  const leave = () => {
    draft.discard();
    setIsChosen(false);
  };

  return (
    <Card
      title={nameOfUnit(unit)}
      tags={
        <>
          <Tag>{unit.productCode}</Tag>
          <WarrantyLight unit={judgedUnit(unit)} />
          {!unit.active && <Tag tone="late">{t('units.inactive')}</Tag>}
        </>
      }
      end={
        may('units.edit') &&
        !isEditing && <KeyButton label="common.edit" keys="F6" onPress={() => setIsChosen(true)} />
      }
    >
      <div className="inside">
        {isEditing ? (
          <EditForm
            unit={unit}
            draft={draft}
            autoFocus={isChosen}
            onCancel={leave}
            onSaved={() => setIsChosen(false)}
          />
        ) : (
          <Facts unit={unit} />
        )}
      </div>
    </Card>
  );
}

function EditForm({
  unit,
  draft,
  autoFocus,
  onCancel,
  onSaved,
}: {
  readonly unit: Unit;
  readonly draft: Draft<UnitValues>;
  /** Somebody has just asked for the form; one that opens by itself leaves the cursor where it is. */
  readonly autoFocus: boolean;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}) {
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
