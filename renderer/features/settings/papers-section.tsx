import { useId } from 'react';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { useAsk } from '../../service/use-ask.ts';
import { FieldSpot } from './field-spot.tsx';
import { SaveSettings } from './save-settings.tsx';

type Saved = Awaited<ReturnType<Service['settings']['papers']['call']>>;

const copiesAtMost = 6;

/** The names of the copies of a paper that is printed several times. */
export function PapersSection() {
  const service = useService();
  const asked = useAsk(service.settings.papers, undefined, { shows: ['setting'] });
  return <Asked of={asked}>{(saved) => <PapersForm saved={saved} />}</Asked>;
}

function PapersForm({ saved: { values, version } }: { readonly saved: Saved }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft('settings/papers', values, version);
  const form = useForm(draft, service.settings.savePapers, {
    input: (next, seen) => ({ version: seen, values: next }),
    done: () => void message.success(t('settings.saved')),
  });
  return (
    <Card title={t('settings.papers')}>
      <div className="inside">
        <Form form={form}>
          <Fields labelWidth={100}>
            <FormField
              form={form}
              name="copyNames"
              label="settings.copyNames"
              hint={t('settings.copyNamesNote')}
            >
              {(bound) => <CopyNames {...bound} trouble={form.trouble} />}
            </FormField>
            <SaveSettings form={form} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}

function CopyNames({
  value,
  onChange,
  trouble,
}: {
  readonly value: readonly string[];
  readonly onChange: (next: string[]) => void;
  readonly trouble: Trouble | null;
}) {
  const t = useText();
  const mayEdit = useMay()('settings.edit');
  const labelId = useId();
  return (
    <div className="stack" id={labelId} aria-label={t('settings.copyNames')}>
      {value.map((name, index) => (
        // Copies have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="row tight">
          <FieldSpot as="div" labelId={labelId} name={`values.copyNames.${index}`} trouble={trouble}>
            <TextInput
              width={200}
              maxLength={20}
              disabled={!mayEdit}
              prefix={<span className="mut sm">{t('settings.copy', { number: index + 1 })}</span>}
              value={name}
              onChange={(next) => onChange(value.with(index, next))}
            />
          </FieldSpot>
          {mayEdit && value.length > 1 && (
            <button type="button" className="link sm" onClick={() => onChange(value.toSpliced(index, 1))}>
              {t('common.remove')}
            </button>
          )}
        </div>
      ))}
      {mayEdit && value.length < copiesAtMost && (
        <div>
          <KeyButton label="settings.addCopy" onPress={() => onChange([...value, ''])} />
        </div>
      )}
    </div>
  );
}
