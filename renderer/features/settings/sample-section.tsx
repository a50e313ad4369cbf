import { useState } from 'react';
import { SampleCard } from '../../app/session/sample-card.tsx';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { inSample, openBooks } from '../../service/books.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';

/** The way into the sample, and the way to remove it; it never touches the real books. */
export function SampleSection() {
  const t = useText();
  const service = useService();
  const asked = useAsk(service.sample.status, undefined, { shows: ['sample'] });
  return (
    <div className="stack">
      <Card title={t('settings.sample')}>
        <div className="inside stack">
          <Asked of={asked}>
            {({ exists, isMixedIn }) => (
              <>
                {isMixedIn && <p className="banner soon">{t('settings.sampleMixedIn')}</p>}
                {exists ? (
                  <RemoveSample onRemoved={() => void asked.refetch()} />
                ) : (
                  <p className="mut">{t('settings.noSample')}</p>
                )}
              </>
            )}
          </Asked>
        </div>
      </Card>
      {!inSample() && <SampleCard key={asked.dataUpdatedAt} />}
    </div>
  );
}

/** What was tried out goes with it, so the word has to be written out. */
function RemoveSample({ onRemoved }: { readonly onRemoved: () => void }) {
  const t = useText();
  const service = useService();
  const [written, setWritten] = useState('');
  const act = useAct(service.sample.remove, {
    done: () => (inSample() ? openBooks('real') : onRemoved()),
  });
  const isSure = written.trim() === t('settings.removeSampleWord');
  const remove = () => {
    if (isSure) void act.run({ confirm: 'REMOVE SAMPLE' });
  };
  return (
    <PlainForm trouble={act.trouble} onSave={remove}>
      <p>{t('settings.sampleIsHere')}</p>
      <Fields labelWidth={120}>
        <Field
          label="settings.removeSampleConfirm"
          name="confirm"
          hint={t('settings.removeSampleHint', { word: t('settings.removeSampleWord') })}
        >
          <TextInput value={written} onChange={setWritten} maxLength={20} width={160} />
        </Field>
      </Fields>
      <div className="row tight">
        <KeyButton
          danger
          submit
          label="settings.removeSample"
          pending={act.pending}
          disabled={!isSure}
          onPress={remove}
        />
      </div>
    </PlainForm>
  );
}
