import { App } from 'antd';
import type { ToolDetail } from '#shared/contract/tools.contract.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { pick } from '#shared/domain/record-fields.ts';
import { useDraft, type Draft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm, type Form as FormOf } from '../../components/form/use-form.ts';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { CountInput, MoneyInput } from '../../components/inputs/number-inputs.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService } from '../../service/service-context.tsx';
import { usePersonChoices } from './person-choices.ts';

const names = ['number', 'name', 'category', 'keeperId', 'purchaseDay', 'lastCheckDay', 'notes'] as const;

/** A tool as a form holds it; null where a number has not been typed. */
export type ToolValues = Readonly<Pick<ToolDetail, (typeof names)[number]>> & {
  readonly checkIntervalDays: number | null;
  readonly valueFen: number | null;
};

const nothingYet: ToolValues = {
  number: '',
  name: '',
  category: '',
  keeperId: null,
  checkIntervalDays: null,
  lastCheckDay: null,
  purchaseDay: null,
  valueFen: null,
  notes: '',
};

/** Of a tool, what its form edits. */
export function toolValuesOf(tool: ToolDetail): ToolValues {
  const { valueFen, checkIntervalDays } = tool;
  return { ...pick(tool, names), valueFen: valueFen || null, checkIntervalDays: checkIntervalDays || null };
}

function inputOf(values: ToolValues) {
  return { ...values, checkIntervalDays: values.checkIntervalDays ?? 0, valueFen: values.valueFen ?? 0 };
}

/** A new tool. */
export function NewTool() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const draft = useDraft('tool/new', nothingYet);
  const form = useForm(draft, service.tools.create, {
    input: inputOf,
    done: ({ id, number }) => {
      void message.success(t('tools.saved', { number }));
      open(pathOfRecord('tool', id), { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/tools', { replace: true });
  };
  return (
    <Card title={t('tools.new')}>
      <div className="inside">
        <ToolForm form={form} isNew onCancel={cancel} />
      </div>
    </Card>
  );
}

/** Changes a tool in its place. */
export function EditTool({
  tool,
  draft,
  onSaved,
  onCancel,
}: {
  readonly tool: ToolDetail;
  readonly draft: Draft<ToolValues>;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}) {
  const service = useService();
  const form = useForm(draft, service.tools.edit, {
    input: (values, version) => {
      const { lastCheckDay: _, ...fields } = inputOf(values);
      return { id: tool.id, version, ...fields };
    },
    done: onSaved,
  });
  return <ToolForm form={form} onCancel={onCancel} />;
}

function ToolForm({
  form,
  isNew = false,
  onCancel,
}: {
  readonly form: FormOf<ToolValues>;
  readonly isNew?: boolean;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const people = usePersonChoices();
  const nameOf = (id: string | null) => people.find(({ value }) => value === id)?.label ?? '—';
  return (
    <Form form={form}>
      <Fields labelWidth={92}>
        <FormField
          form={form}
          name="number"
          label="fields.tool_number"
          needed={!isNew}
          hint={isNew ? t('tools.numberHint') : undefined}
        >
          {(bound) => <TextInput {...bound} maxLength={40} autoFocus={!isNew} />}
        </FormField>
        <FormField form={form} name="name" label="fields.name" needed>
          {(bound) => <TextInput {...bound} maxLength={80} autoFocus={isNew} />}
        </FormField>
        <FormField form={form} name="category" label="fields.category">
          {(bound) => <TextInput {...bound} maxLength={40} />}
        </FormField>
        <FormField form={form} name="keeperId" label="fields.keeperId" show={nameOf}>
          {(bound) => <SelectInput {...bound} choices={people} emptyLabel={t('common.none')} width={160} />}
        </FormField>
        <FormField
          form={form}
          name="checkIntervalDays"
          label="fields.checkIntervalDays"
          hint={t('tools.checkIntervalHint')}
        >
          {(bound) => <CountInput {...bound} />}
        </FormField>
        {isNew && (
          <FormField form={form} name="lastCheckDay" label="fields.lastCheckDay">
            {(bound) => <DayInput {...bound} />}
          </FormField>
        )}
        <FormField form={form} name="purchaseDay" label="fields.purchaseDay">
          {(bound) => <DayInput {...bound} />}
        </FormField>
        <FormField
          form={form}
          name="valueFen"
          label="fields.tool_valueFen"
          show={(value) => (value === null ? '—' : formatMoney(value))}
        >
          {(bound) => <MoneyInput {...bound} />}
        </FormField>
        <FormField form={form} name="notes" label="fields.notes">
          {(bound) => <ProseInput {...bound} rows={2} maxLength={1000} />}
        </FormField>
        <span />
        <SaveActs form={form} onCancel={onCancel} />
      </Fields>
    </Form>
  );
}
