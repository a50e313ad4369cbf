import { useState } from 'react';
import { App } from 'antd';
import { useText } from '../../app/text.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { readingOf } from '../../components/unit-texts.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Reading } from './readings.ts';

/** Takes a wrong reading out of every calculation, with the reason that everybody will see. */
export function VoidReading({ reading, onDone }: { readonly reading: Reading; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const act = useAct(service.units.voidReading, {
    done: () => {
      void message.success(t('units.readingVoided'));
      onDone();
    },
  });
  const save = () => void act.run({ id: reading.id, reason });
  return (
    <div className="inside" data-testid="void-reading">
      <PlainForm trouble={act.trouble} onSave={save}>
        <b>{t('units.voidReadingTitle', { day: reading.day, reading: readingOf(reading, t) })}</b>
        <span className="mut sm">{t('units.voidReadingNote')}</span>
        <Fields>
          <Field label="common.reason" name="reason" trouble={act.trouble} needed>
            <ProseInput autoFocus rows={2} maxLength={400} value={reason} onChange={setReason} />
          </Field>
        </Fields>
        <div className="row tight">
          <KeyButton
            danger
            submit
            label="units.voidReading"
            pending={act.pending}
            disabled={reason.trim() === ''}
            onPress={save}
          />
          <KeyButton label="common.cancel" keys="Escape" onPress={onDone} />
        </div>
      </PlainForm>
    </div>
  );
}
