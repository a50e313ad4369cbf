import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { inSample } from '../../service/books.ts';
import { recall, remember } from '../memory.ts';
import { Brand } from '../brand.tsx';
import { useText } from '../text.ts';
import { beginSession, deviceName } from './begin-session.ts';
import { GateFoot } from './gate-foot.tsx';

/** Name and password. Laid over the open screens when a session has ended under them. */
export function SignInPage({
  firmName,
  note,
  signInName = lastName(),
}: {
  readonly firmName?: string | undefined;
  readonly note?: string | undefined;
  readonly signInName?: string | undefined;
}) {
  const t = useText();
  const service = useService();
  const [name, setName] = useState(signInName);
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const signIn = async () => {
    if (pending) return;
    setPending(true);
    setTrouble(null);
    try {
      const begun = await service.session.signIn.call({
        signInName: name.trim(),
        password,
        device: deviceName(),
      });
      remember('signInName', begun.person.signInName);
      beginSession(begun);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <div className="gate">
      <div>
        <Brand />
        <PlainForm enterSaves trouble={trouble} onSave={() => void signIn()}>
          <Card title={firmName || t('session.signIn')}>
            <div className="inside stack">
              {note !== undefined && <p className="banner soon">{note}</p>}
              {inSample() && <p className="banner good">{t('session.samplePeople')}</p>}
              <Fields>
                <Field label="session.signInName" name="signInName" trouble={trouble}>
                  <TextInput
                    value={name}
                    onChange={setName}
                    autoComplete="username"
                    autoFocus={name === ''}
                    maxLength={80}
                  />
                </Field>
                <Field label="session.password" name="password" trouble={trouble}>
                  <TextInput
                    value={password}
                    onChange={setPassword}
                    type="password"
                    autoComplete="current-password"
                    autoFocus={name !== ''}
                    maxLength={400}
                  />
                </Field>
              </Fields>
              <KeyButton primary submit shownKeys="Ctrl+S" pending={pending} onPress={() => void signIn()}>
                {t('session.signIn')}
              </KeyButton>
            </div>
          </Card>
        </PlainForm>
        <GateFoot withSample={note === undefined} />
      </div>
    </div>
  );
}

function lastName(): string {
  const known = recall('signInName');
  return typeof known === 'string' ? known : '';
}
