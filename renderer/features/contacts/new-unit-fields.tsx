import { useText } from '../../app/text.ts';
import { ExistingUnit, type UnitOnFile } from '../../components/existing-unit.tsx';
import { CellField } from '../../components/form/cell-field.tsx';
import { Field } from '../../components/form/field.tsx';
import { NoneYet } from '../../components/form/none-yet.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import type { Trouble } from '../../service/trouble.ts';
import type { Needed } from './needed.ts';
import { plateLength, serialNumberLength, type NewUnit } from './new-unit.ts';
import type { Models } from './use-models.ts';

/** All that is asked of a new unit during a call: its model, plate and serial number. */
export function NewUnitFields({
  value,
  onChange,
  onTakeExisting,
  models,
  missing,
  trouble,
}: {
  readonly value: NewUnit;
  readonly onChange: (value: NewUnit) => void;
  /** The unit that has the plate or number already is the one meant. */
  readonly onTakeExisting: (unit: UnitOnFile) => void;
  readonly models: Models;
  readonly missing: readonly Needed[];
  readonly trouble: Trouble | null;
}) {
  const t = useText();
  const change = (part: Partial<NewUnit>) => onChange({ ...value, ...part });
  return (
    <Field label="fields.productCode" name="newUnit" needed>
      <div className="new-unit" data-testid="new-unit">
        <CellField
          label={t('fields.productCode')}
          name="newUnit.productId"
          trouble={trouble}
          fault={missing.includes('newUnit.productId') ? t('contacts.modelNeeded') : undefined}
        >
          <SelectInput
            value={value.productId}
            onChange={(productId) => change({ productId })}
            choices={models.choices}
          />
        </CellField>
        <CellField
          label={t('fields.plate')}
          name="newUnit.plate"
          trouble={trouble}
          fault={missing.includes('newUnit.plate') ? t('contacts.plateNeeded') : undefined}
        >
          <TextInput
            value={value.plate}
            maxLength={plateLength}
            prefix={<span className="mut sm">{t('fields.plate')}</span>}
            onChange={(plate) => change({ plate })}
          />
        </CellField>
        <CellField label={t('fields.unit_serialNumber')} name="newUnit.serialNumber" trouble={trouble}>
          <TextInput
            value={value.serialNumber}
            maxLength={serialNumberLength}
            prefix={<span className="mut sm">{t('contacts.serialNumber')}</span>}
            onChange={(serialNumber) => change({ serialNumber })}
          />
        </CellField>
      </div>
      {models.areNone && (
        <div className="field-hint">
          <NoneYet kind="model" />
        </div>
      )}
      <ExistingUnit trouble={trouble} onTake={onTakeExisting} />
    </Field>
  );
}
