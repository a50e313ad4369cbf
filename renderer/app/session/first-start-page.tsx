import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { useFormPlace } from '../../components/form/form-place.ts';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';
import { Brand } from '../brand.tsx';
import { remember } from '../memory.ts';
import { useText } from '../text.ts';
import { beginSession, deviceName } from './begin-session.ts';
import { GateFoot } from './gate-foot.tsx';
import { SampleCard } from './sample-card.tsx';
import { usePasswordAgain } from './use-password-again.ts';

const noFirm = { name: '', department: '', telephone: '', address: '' };
const noAdmin = { signInName: '', name: '', password: '' };

/** The first start: the firm and its first administrator, who is signed in at once. */
export function FirstStartPage() {
  const t = useText();
  const service = useService();
  const answers = useQueryClient();
  const [firm, setFirm] = useState(noFirm);
  const [admin, setAdmin] = useState(noAdmin);
  const place = useFormPlace();
  const { again, setAgain, fault, confirm } = usePasswordAgain(admin.password, place);
  const [signInTrouble, setSignInTrouble] = useState<Trouble | null>(null);
  const [isSigningIn, setIsSigningIn] = useState(false);
  const [isSample, setIsSample] = useState(false);
  const setUp = useAct(service.session.setUp);
  const trouble = setUp.trouble ?? signInTrouble;

  const pending = setUp.pending || isSigningIn;

  const start = async () => {
    if (pending || !confirm()) return;
    if (!(await setUp.run({ firm, admin }))) return;
    setIsSigningIn(true);
    try {
      const { signInName, password } = admin;
      beginSession(await service.session.signIn.call({ signInName, password, device: deviceName() }));
      remember('signInName', signInName);
    } catch (error) {
      setSignInTrouble(troubleOf(error));
    } finally {
      setIsSigningIn(false);
    }
    await answers.invalidateQueries({ queryKey: service.session.status.key() });
  };

  return (
    <div className="gate">
      <div>
        <Brand />
        {!isSample && (
          <PlainForm enterSaves trouble={trouble} place={place} onSave={() => void start()}>
            <Card title={t('session.firstStart')}>
              <div className="inside stack">
                <p className="mut">{t('session.firstStartNote')}</p>
                <Fields labelWidth={92}>
                  <Field label="session.firmName" name="firm.name" trouble={trouble} needed>
                    <TextInput
                      value={firm.name}
                      onChange={(name) => setFirm({ ...firm, name })}
                      autoFocus
                      maxLength={60}
                    />
                  </Field>
                  <Field label="session.department" name="firm.department" trouble={trouble}>
                    <TextInput
                      value={firm.department}
                      onChange={(department) => setFirm({ ...firm, department })}
                      maxLength={60}
                    />
                  </Field>
                  <Field label="session.telephone" name="firm.telephone" trouble={trouble}>
                    <TextInput
                      value={firm.telephone}
                      onChange={(telephone) => setFirm({ ...firm, telephone })}
                      maxLength={40}
                    />
                  </Field>
                  <Field label="session.address" name="firm.address" trouble={trouble}>
                    <TextInput
                      value={firm.address}
                      onChange={(address) => setFirm({ ...firm, address })}
                      maxLength={120}
                    />
                  </Field>
                </Fields>
                <hr className="rule" />
                <h2>{t('session.admin')}</h2>
                <Fields labelWidth={92}>
                  <Field label="session.personName" name="admin.name" trouble={trouble} needed>
                    <TextInput
                      value={admin.name}
                      onChange={(name) => setAdmin({ ...admin, name })}
                      maxLength={40}
                    />
                  </Field>
                  <Field label="session.signInName" name="admin.signInName" trouble={trouble} needed>
                    <TextInput
                      value={admin.signInName}
                      onChange={(signInName) => setAdmin({ ...admin, signInName })}
                      autoComplete="username"
                      maxLength={40}
                    />
                  </Field>
                  <Field label="session.password" name="admin.password" trouble={trouble} needed>
                    <TextInput
                      value={admin.password}
                      onChange={(password) => setAdmin({ ...admin, password })}
                      type="password"
                      autoComplete="new-password"
                      maxLength={200}
                    />
                  </Field>
                  <Field label="session.passwordAgain" name="again" needed fault={fault}>
                    <TextInput
                      value={again}
                      onChange={setAgain}
                      type="password"
                      autoComplete="new-password"
                      maxLength={200}
                    />
                  </Field>
                </Fields>
                <KeyButton primary submit shownKeys="Ctrl+S" pending={pending} onPress={() => void start()}>
                  {t('session.start')}
                </KeyButton>
              </div>
            </Card>
          </PlainForm>
        )}
        <SampleCard onChosen={setIsSample} />
        <GateFoot />
      </div>
    </div>
  );
}
