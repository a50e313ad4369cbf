import { useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useMay } from '../../../app/session/session.ts';
import { useText } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { Field, Fields } from '../../../components/form/field.tsx';
import { Form, FormField } from '../../../components/form/form.tsx';
import { PlainForm } from '../../../components/form/plain-form.tsx';
import { SaveButton } from '../../../components/form/save-acts.tsx';
import { useForm, type Form as FormOf } from '../../../components/form/use-form.ts';
import { SelectInput } from '../../../components/inputs/select-input.tsx';
import { TextInput } from '../../../components/inputs/text-input.tsx';
import { KeyButton } from '../../../components/key-button.tsx';
import { useService } from '../../../service/service-context.tsx';
import { useAct } from '../../../service/use-act.ts';
import { useAsk } from '../../../service/use-ask.ts';
import { ToolsHeld, ToolsToTakeBack } from '../../tools/tools-held.tsx';
import type { PersonRow } from './people-section.tsx';
import { PersonFields, type PersonValues } from './person-fields.tsx';

/** One person: what may be changed of them, and a new password when theirs is forgotten. */
export function PersonCard({ person }: { readonly person: PersonRow }) {
  const t = useText();
  const mayEdit = useMay()('people.edit');
  const service = useService();
  const { message } = App.useApp();
  const { id, name, signInName, roles, active, version } = person;
  const known: EditedPerson = { name, signInName, roles, active, newCaseOwnerId: undefined };
  const draft = useDraft(`person/${id}`, known, version);
  const form = useForm(draft, service.people.edit, {
    input: (values, seen) => ({ id, version: seen, ...values }),
    done: () => void message.success(t('people.saved')),
  });
  return (
    <div className="stack">
      <Card title={name}>
        <div className="inside">
          <Form form={form}>
            <Fields>
              <PersonFields form={form} disabled={!mayEdit} />
              <NewCaseOwner form={form} personId={id} />
              {!draft.value.active && <ToolsToTakeBack personId={id} />}
              <span />
              {mayEdit ? (
                <div>
                  <SaveButton form={form} />
                </div>
              ) : (
                <span className="mut sm">{t('settings.readOnly')}</span>
              )}
            </Fields>
          </Form>
        </div>
      </Card>
      {mayEdit && <PasswordCard person={person} />}
      <ToolsHeld personId={id} />
    </div>
  );
}

interface EditedPerson extends PersonValues {
  /** Null for nobody; undefined while nobody was asked. */
  readonly newCaseOwnerId: string | null | undefined;
}

const nobodyChosen = 'nobody';

/** Who takes over the open cases of somebody who is set inactive; asked for once the host says that there are some. */
function NewCaseOwner({
  form,
  personId,
}: {
  readonly form: FormOf<EditedPerson>;
  readonly personId: string;
}) {
  const t = useText();
  const service = useService();
  const people = useAsk(service.people.list, undefined, { shows: ['person'] });
  const { active, newCaseOwnerId } = form.draft.value;
  const isAsked = form.trouble?.kind === 'refused' && form.trouble.code === 'OWNS_OPEN_CASES';
  if (active || (!isAsked && newCaseOwnerId === undefined)) return null;
  const others = (people.data ?? []).filter((person) => person.active && person.id !== personId);
  const nobody = { value: nobodyChosen, label: t('people.nobodyForNow'), findable: '' };
  const choices = others.map(({ id, name, findable }) => ({ value: id as string, label: name, findable }));
  return (
    <FormField
      form={form}
      name="newCaseOwnerId"
      label="people.newCaseOwner"
      hint={t('people.newCaseOwnerNote')}
    >
      {({ value, onChange }) => (
        <SelectInput
          width={260}
          value={value === undefined ? null : (value ?? nobodyChosen)}
          choices={[nobody, ...choices]}
          onChange={(next) => onChange(next === null ? undefined : next === nobodyChosen ? null : next)}
        />
      )}
    </FormField>
  );
}

function PasswordCard({ person: { id, version } }: { readonly person: PersonRow }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [password, setPassword] = useState('');
  const reset = useAct(service.people.resetPassword, {
    done: () => {
      void message.success(t('people.passwordSet'));
      setPassword('');
    },
  });
  const save = () => void reset.run({ id, version, password });
  return (
    <Card
      title={t('people.resetPassword')}
      end={<span className="mut sm cut">{t('people.resetPasswordNote')}</span>}
    >
      <div className="inside">
        <PlainForm trouble={reset.trouble} onSave={save}>
          <Fields>
            <Field
              label="people.newPassword"
              name="password"
              trouble={reset.trouble}
              hint={t('people.passwordNote')}
            >
              <TextInput
                type="password"
                autoComplete="new-password"
                value={password}
                onChange={setPassword}
              />
            </Field>
            <span />
            <div>
              <KeyButton
                submit
                label="people.resetPassword"
                pending={reset.pending}
                disabled={password === ''}
                onPress={save}
              />
            </div>
          </Fields>
        </PlainForm>
      </div>
    </Card>
  );
}
