import { useState } from 'react';
import { App } from 'antd';
import { signedIn, usePerson } from '../../app/session/session.ts';
import { usePasswordAgain } from '../../app/session/use-password-again.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { useFormPlace } from '../../components/form/form-place.ts';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';

/** The password and the PIN of the person signed in. */
export function AccountSection() {
  return (
    <div className="stack">
      <PasswordCard />
      <PinCard />
    </div>
  );
}

function PasswordCard() {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const place = useFormPlace();
  const { again, setAgain, fault, confirm } = usePasswordAgain(next, place);
  const change = useAct(service.session.changePassword, {
    done: () => {
      void message.success(t('session.passwordChanged'));
      setCurrent('');
      setNext('');
      setAgain('');
    },
  });
  const save = () => {
    if (confirm()) void change.run({ current, next });
  };
  return (
    <Card title={t('session.changePassword')}>
      <div className="inside">
        <PlainForm trouble={change.trouble} place={place} onSave={save}>
          <Fields labelWidth={180}>
            <Field label="session.currentPassword" name="current" trouble={change.trouble}>
              <TextInput
                type="password"
                autoComplete="current-password"
                width={260}
                value={current}
                onChange={setCurrent}
              />
            </Field>
            <Field label="session.newPassword" name="next" trouble={change.trouble}>
              <TextInput
                type="password"
                autoComplete="new-password"
                width={260}
                value={next}
                onChange={setNext}
              />
            </Field>
            <Field label="session.passwordAgain" name="again" fault={fault}>
              <TextInput
                type="password"
                autoComplete="new-password"
                width={260}
                value={again}
                onChange={setAgain}
              />
            </Field>
            <span />
            <div>
              <KeyButton primary submit label="common.save" pending={change.pending} onPress={save} />
            </div>
          </Fields>
        </PlainForm>
      </div>
    </Card>
  );
}

function PinCard() {
  const t = useText();
  const service = useService();
  const person = usePerson();
  const { message } = App.useApp();
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const set = useAct(service.session.setPin);

  const save = async (next: string | null) => {
    if (!(await set.run({ password, pin: next }))) return;
    void message.success(t(next === null ? 'session.pinRemoved' : 'session.pinSaved'));
    setPassword('');
    setPin('');
    signedIn.set({ ...person, hasPin: next !== null });
  };
  return (
    <Card
      title={t('session.setPin')}
      tags={person.hasPin ? <Tag tone="good">{t('session.hasPin')}</Tag> : <Tag>{t('session.noPin')}</Tag>}
      end={<span className="mut sm">{t('session.setPinNote')}</span>}
    >
      <div className="inside">
        <PlainForm trouble={set.trouble} onSave={() => void save(pin)}>
          <Fields labelWidth={180}>
            <Field label="session.currentPassword" name="password" trouble={set.trouble}>
              <TextInput
                type="password"
                autoComplete="current-password"
                width={260}
                value={password}
                onChange={setPassword}
              />
            </Field>
            <Field label="session.pin" name="pin" trouble={set.trouble}>
              <TextInput
                type="password"
                inputMode="numeric"
                autoComplete="off"
                maxLength={8}
                width={260}
                value={pin}
                onChange={setPin}
              />
            </Field>
            <span />
            <div className="row tight">
              <KeyButton
                primary
                submit
                label="common.save"
                pending={set.pending}
                onPress={() => void save(pin)}
              />
              {person.hasPin && (
                <KeyButton label="session.removePin" pending={set.pending} onPress={() => void save(null)} />
              )}
            </div>
          </Fields>
        </PlainForm>
      </div>
    </Card>
  );
}
