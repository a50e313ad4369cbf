import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Customer } from './customer-file.tsx';
import { telephonesOf } from './customer-values.ts';
import { TelephonesInput, useTelephoneFault } from './telephones-input.tsx';

interface PersonValues {
  readonly name: string;
  readonly position: string;
  readonly telephones: readonly string[];
  readonly notes: string;
  readonly active: boolean;
}

const nobodyYet: PersonValues = { name: '', position: '', telephones: [], notes: '', active: true };

/** Adds somebody to a customer. */
export function AddPerson({
  customerId,
  onDone,
}: {
  readonly customerId: string;
  readonly onDone: () => void;
}) {
  const service = useService();
  const draft = useDraft(`person/new/${customerId}`, nobodyYet);
  const done = useSaved(onDone);
  const form = useForm(draft, service.customers.addPerson, {
    input: (values) => ({ customerId, ...values, telephones: telephonesOf(values.telephones) }),
    done,
  });
  return <PersonForm form={form} isNew onCancel={onDone} />;
}

/** Changes somebody of a customer, or notes that they have left. */
export function EditPerson({
  person,
  onDone,
}: {
  readonly person: Customer['persons'][number];
  readonly onDone: () => void;
}) {
  const service = useService();
  const { id, version, name, position, telephones, notes, active } = person;
  const values = { name, position, telephones, notes, active };
  const draft = useDraft<PersonValues>(`person/${id}`, values, version);
  const done = useSaved(onDone);
  const form = useForm(draft, service.customers.editPerson, {
    input: (typed, seen) => ({
      id,
      version: seen,
      ...typed,
      telephones: telephonesOf(typed.telephones),
    }),
    done,
  });
  return <PersonForm form={form} onCancel={onDone} />;
}

function PersonForm({
  form,
  isNew = false,
  onCancel,
}: {
  readonly form: FormOf<PersonValues>;
  readonly isNew?: boolean;
  readonly onCancel: () => void;
}) {
  const telephoneFault = useTelephoneFault(form.trouble, 'telephones');
  const cancel = () => {
    form.draft.discard();
    onCancel();
  };
  return (
    <div className="inside">
      <Form form={form}>
        <Fields two labelWidth={56}>
          <FormField form={form} name="name" label="fields.person" needed>
            {(bound) => <TextInput {...bound} maxLength={40} autoFocus />}
          </FormField>
          <FormField form={form} name="position" label="fields.position">
            {(bound) => <TextInput {...bound} maxLength={40} />}
          </FormField>
          <FormField form={form} name="telephones" label="fields.telephones" fault={telephoneFault} wide>
            {(bound) => <TelephonesInput {...bound} />}
          </FormField>
          <FormField form={form} name="notes" label="fields.notes" wide>
            {(bound) => <TextInput {...bound} maxLength={400} />}
          </FormField>
          {!isNew && (
            <FormField form={form} name="active" label="common.state" wide>
              {(bound) => <SwitchChoice {...bound} yes="customers.personActive" no="customers.personLeft" />}
            </FormField>
          )}
        </Fields>
        <SaveActs form={form} onCancel={cancel} />
      </Form>
    </div>
  );
}

function useSaved(onDone: () => void): () => void {
  const t = useText();
  const { message } = App.useApp();
  return () => {
    void message.success(t('customers.personSaved'));
    onDone();
  };
}
