import { useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useOpen } from '../../../app/navigate.ts';
import { useText } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { Field, Fields } from '../../../components/form/field.tsx';
import { Form } from '../../../components/form/form.tsx';
import { SaveActs } from '../../../components/form/save-acts.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { TextInput } from '../../../components/inputs/text-input.tsx';
import { useService } from '../../../service/service-context.tsx';
import { PersonFields } from './person-fields.tsx';
import type { PersonValues } from './person-fields.tsx';

const nobodyYet: PersonValues = { name: '', signInName: '', roles: [], active: true };

/** Adds somebody. The password is kept in no draft. */
export function NewPerson() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const [password, setPassword] = useState('');
  const draft = useDraft('person/new', nobodyYet);
  const form = useForm(draft, service.people.create, {
    input: (values) => ({ ...values, password }),
    done: ({ id }) => {
      void message.success(t('people.created', { name: draft.value.name }));
      open(`/settings/people/${id}`, { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open('/settings/people', { replace: true });
  };
  return (
    <Card title={t('people.create')}>
      <div className="inside">
        <Form form={form}>
          <Fields>
            <PersonFields form={form} autoFocus />
            <Field
              label="people.password"
              name="password"
              trouble={form.trouble}
              needed
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
            <SaveActs form={form} onCancel={cancel} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}
