import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { LogoInput } from './logo-input.tsx';
import { SaveSettings } from './save-settings.tsx';
import { ValueField } from './value-field.tsx';

type Saved = Awaited<ReturnType<Service['settings']['firm']['call']>>;

/** What the firm is called and where it is: the head of every paper. */
export function FirmSection() {
  const service = useService();
  const asked = useAsk(service.settings.firm, undefined, { shows: ['setting'] });
  return <Asked of={asked}>{(saved) => <FirmForm saved={saved} />}</Asked>;
}

function FirmForm({ saved: { values, version } }: { readonly saved: Saved }) {
  const t = useText();
  const disabled = !useMay()('settings.edit');
  const service = useService();
  const { message } = App.useApp();
  const draft = useDraft('settings/firm', values, version);
  const form = useForm(draft, service.settings.saveFirm, {
    input: (next, seen) => ({ version: seen, values: next }),
    done: () => void message.success(t('settings.saved')),
  });
  return (
    <Card title={t('settings.firm')} end={<span className="mut sm">{t('settings.firmNote')}</span>}>
      <div className="inside">
        <Form form={form}>
          <Fields labelWidth={100}>
            <ValueField form={form} name="name" label="settings.name" needed>
              {(bound) => <TextInput {...bound} maxLength={60} width={420} disabled={disabled} />}
            </ValueField>
            <ValueField form={form} name="department" label="settings.department">
              {(bound) => <TextInput {...bound} maxLength={60} width={420} disabled={disabled} />}
            </ValueField>
            <ValueField form={form} name="telephone" label="settings.telephone">
              {(bound) => <TextInput {...bound} maxLength={40} width={260} disabled={disabled} />}
            </ValueField>
            <ValueField form={form} name="address" label="settings.address">
              {(bound) => <TextInput {...bound} maxLength={120} width={420} disabled={disabled} />}
            </ValueField>
            <LogoInput {...form.bind('logoAttachmentId')} trouble={form.trouble} disabled={disabled} />
            <SaveSettings form={form} />
          </Fields>
        </Form>
      </div>
    </Card>
  );
}
