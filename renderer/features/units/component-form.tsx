import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import type { Unit } from './judged-unit.ts';

type ComponentValues = Omit<Unit['components'][number], 'id' | 'version'>;

const nothingYet: ComponentValues = {
  componentGroupCode: '',
  name: '',
  serialNumber: '',
  supplier: '',
  installedDay: null,
  removedDay: null,
  warrantyUntilDay: null,
};

/** Adds an assembly to a unit, or changes one. */
export function ComponentForm({
  unitId,
  component,
  onDone,
}: {
  readonly unitId: string;
  readonly component: Unit['components'][number] | null;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, ...values } = component ?? { id: null, version: 0, ...nothingYet };
  const draft = useDraft<ComponentValues>(`component/${unitId}/${id ?? 'new'}`, values, version);
  const form = useForm(draft, service.units.saveComponent, {
    input: (typed, seen) => ({ ...typed, unitId, id, version: seen }),
    done: () => {
      void message.success(t('units.componentSaved'));
      onDone();
    },
  });
  const { data: groups = [] } = useAsk(service.warranty.groups, undefined, { shows: ['warrantyPolicy'] });
  const nameOfGroup = (group: (typeof groups)[number]) => (t.language === 'en' && group.nameEn) || group.name;
  const cancel = () => {
    draft.discard();
    onDone();
  };

  return (
    <div className="inside">
      <Form form={form}>
        <Fields two labelWidth={84}>
          <FormField form={form} name="name" label="units.componentName" needed>
            {(bound) => <TextInput {...bound} maxLength={80} autoFocus />}
          </FormField>
          <FormField form={form} name="componentGroupCode" label="units.componentGroupCode">
            {({ value, onChange }) => (
              <SelectInput
                value={value === '' ? null : value}
                onChange={(code) => onChange(code ?? '')}
                choices={groups.map((group) => ({
                  value: group.code,
                  label: nameOfGroup(group),
                  findable: group.findable,
                }))}
                emptyLabel={t('units.noGroup')}
              />
            )}
          </FormField>
          <FormField form={form} name="serialNumber" label="units.componentSerialNumber">
            {(bound) => <TextInput {...bound} maxLength={40} />}
          </FormField>
          <FormField form={form} name="supplier" label="units.supplier">
            {(bound) => <TextInput {...bound} maxLength={80} />}
          </FormField>
          <FormField form={form} name="installedDay" label="units.installedDay">
            {(bound) => <DayInput {...bound} />}
          </FormField>
          <FormField form={form} name="warrantyUntilDay" label="units.warrantyUntilDay">
            {(bound) => <DayInput {...bound} />}
          </FormField>
          <FormField form={form} name="removedDay" label="units.removedDay">
            {(bound) => <DayInput {...bound} />}
          </FormField>
        </Fields>
        <SaveActs form={form} onCancel={cancel} />
      </Form>
    </div>
  );
}
