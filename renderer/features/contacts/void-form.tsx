import { useState } from 'react';
import { App } from 'antd';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Contact } from './contact-detail.tsx';

/** Takes a wrong entry out of the count, with the reason that everybody will see. */
export function VoidForm({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const act = useAct(service.contacts.void, {
    done: (done) => {
      const { lines, isLong } = voidedWords(done, t);
      void message.success(lines, isLong ? 10 : undefined);
      onDone();
    },
  });
  const save = () => void act.run({ id: contact.id, version: contact.version, reason });
  return (
    <div className="outcome" data-testid="void-form">
      <PlainForm trouble={act.trouble} onSave={save}>
        <b>{t('contacts.voidTitle')}</b>
        <span className="mut sm">{t('contacts.voidNote', { number: contact.number })}</span>
        <Fields>
          <Field label="common.reason" name="reason" trouble={act.trouble} needed>
            <ProseInput autoFocus rows={2} maxLength={400} value={reason} onChange={setReason} />
          </Field>
        </Fields>
        <div className="row tight">
          <KeyButton
            danger
            submit
            label="contacts.void"
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

type Voided = Awaited<ReturnType<Service['contacts']['void']['call']>>;

/** What went with the entry, and what stays that it had made. */
function voidedWords({ number, readingCount, telephones, stays }: Voided, t: Text) {
  const names = stays.map(({ kind, name }) => `${stateWord(t, 'recordKind', kind)} ${name}`);
  const told = [
    t('contacts.voided', { number }),
    readingCount > 0 ? t('contacts.voidedReadings') : '',
    telephones.length > 0 ? t('contacts.voidedTelephones', { numbers: t.listed(telephones) }) : '',
    names.length > 0 ? t('contacts.voidedStays', { names: t.listed(names) }) : '',
  ];
  return { lines: t.clauses(told.filter((line) => line !== '')), isLong: names.length > 0 };
}
