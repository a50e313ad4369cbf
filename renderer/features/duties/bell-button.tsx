import { useState } from 'react';
import { App } from 'antd';
import { usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { canShowNotices, chooseBell, mayShowNotices, wantsBell } from './bell.ts';

/** Lets a person hear on this PC when something falls due, or no more. */
export function BellButton() {
  const t = useText();
  const { personId } = usePerson();
  const { message } = App.useApp();
  const [isOn, setIsOn] = useState(() => wantsBell(personId));
  if (!canShowNotices()) return null;
  const toggle = async () => {
    const wanted = !isOn;
    if (wanted && !(await mayShowNotices())) {
      void message.warning(t('duties.noticesRefused'));
      return;
    }
    chooseBell(personId, wanted);
    setIsOn(wanted);
    void message.success(t(wanted ? 'duties.bellIsOn' : 'duties.bellIsOff'));
  };
  return (
    <KeyButton chosen={isOn} onPress={() => void toggle()}>
      {t('duties.bell')}
    </KeyButton>
  );
}
