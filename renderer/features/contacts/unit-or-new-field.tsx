import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Field } from '../../components/form/field.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { pickedUnit } from './contact-draft.ts';
import type { Picked } from './contact-draft.ts';
import type { Needed } from './needed.ts';
import { NewUnitFields } from './new-unit-fields.tsx';
import { newUnitOf } from './new-unit.ts';
import type { NewUnit } from './new-unit.ts';
import { useModels } from './use-models.ts';

const hitsAtMost = 12;

/** The unit a contact is about: one of the books, or for whoever may make one a new one of the text that was not found. */
export function UnitOrNewField({
  shown,
  newUnit,
  onPick,
  onNew,
  onTake,
  missing,
  trouble,
}: {
  /** The name of the unit picked or to be made. */
  readonly shown: string;
  readonly newUnit: NewUnit | null;
  readonly onPick: (unit: Picked | null) => void;
  /** Begun or changed. */
  readonly onNew: (unit: NewUnit) => void;
  /** The unit on file that the new one turned out to be. */
  readonly onTake: (unit: Picked) => void;
  readonly missing: readonly Needed[];
  readonly trouble: Trouble | null;
}) {
  const t = useText();
  const service = useService();
  const mayCreate = useMay()('units.edit');
  const models = useModels(mayCreate);
  return (
    <>
      <Field
        label="fields.contact_unitPlate"
        name="unitId"
        trouble={trouble}
        hint={newUnit ? <NewUnitHint /> : undefined}
      >
        <SearchPick
          label={newUnit && shown === '' ? t('contacts.newUnit') : shown}
          placeholder={t(mayCreate ? 'contacts.unitOrNewPlaceholder' : 'contacts.unitPlaceholder')}
          search={(text, signal) =>
            service.search.all.call({ text, kinds: ['unit'], limit: hitsAtMost }, { signal })
          }
          option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
          onPick={(hit) => onPick(hit && { id: hit.id, name: hit.title })}
          createLabel="contacts.createUnit"
          onCreate={mayCreate ? (text) => onNew(newUnitOf(text, models.onlyId)) : undefined}
        />
      </Field>
      {newUnit && (
        <NewUnitFields
          value={newUnit}
          onChange={onNew}
          onTakeExisting={(unit) => onTake(pickedUnit(unit))}
          models={models}
          missing={missing}
          trouble={trouble}
        />
      )}
    </>
  );
}

/** It is made when the contact is saved. */
function NewUnitHint() {
  const t = useText();
  return (
    <span className="row tight">
      <Tag tone="acc">{t('contacts.newUnit')}</Tag>
      {t('contacts.newUnitHint')}
    </span>
  );
}
