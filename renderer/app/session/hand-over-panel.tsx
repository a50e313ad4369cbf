import { useState } from 'react';
import { Modal } from 'antd';
import { Asked } from '../../components/asked.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { useAsk } from '../../service/use-ask.ts';
import { useText } from '../text.ts';
import { beginSession, deviceName } from './begin-session.ts';
import { usePerson } from './session.ts';

/** Changes hands at a shared PC: a name and a PIN. */
export function HandOverPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Modal open title={t('session.handOver')} footer={null} onCancel={onClose} width={460} destroyOnHidden>
      <HandOverForm onClose={onClose} />
    </Modal>
  );
}

function HandOverForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const service = useService();
  const { personId: ownId } = usePerson();
  const colleagues = useAsk(service.session.colleagues, undefined, { shows: ['person'] });
  const [personId, setPersonId] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const takeOver = async () => {
    if (personId === null || pin === '' || pending) return;
    setPending(true);
    setTrouble(null);
    try {
      const begun = await service.session.signInByPin.call({ personId, pin, device: deviceName() });
      onClose();
      beginSession(begun);
    } catch (error) {
      setPin('');
      setTrouble(troubleOf(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <Asked of={colleagues}>
      {(people) => {
        const isWrongPin = trouble?.kind === 'refused' && trouble.code === 'SIGN_IN_REFUSED';
        const others = people.filter((person) => person.personId !== ownId && person.hasPin);
        if (others.length === 0) return <p className="mut">{t('session.noColleagues')}</p>;
        return (
          <PlainForm enterSaves trouble={isWrongPin ? null : trouble} onSave={() => void takeOver()}>
            <p className="mut">{t('session.handOverNote')}</p>
            <ChoiceButtons
              value={personId}
              onChange={setPersonId}
              choices={others.map((person) => ({ value: person.personId, label: person.name }))}
            />
            <Fields labelWidth={140}>
              <Field
                label="session.pin"
                name="pin"
                trouble={trouble}
                fault={isWrongPin ? t('session.wrongPin') : undefined}
              >
                <TextInput
                  value={pin}
                  onChange={setPin}
                  type="password"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={8}
                />
              </Field>
            </Fields>
            <KeyButton primary submit pending={pending} onPress={() => void takeOver()}>
              {t('session.takeOver')}
            </KeyButton>
          </PlainForm>
        );
      }}
    </Asked>
  );
}
