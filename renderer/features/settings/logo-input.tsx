import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '#shared/domain/ids.ts';
import { useText } from '../../app/text.ts';
import { Field } from '../../components/form/field.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';
import './settings.css';

/** The firm's logo: a picture that is attached at once, and stands on the papers once the form is saved. */
export function LogoInput({
  value,
  onChange,
  trouble,
  disabled,
}: {
  readonly value: Id<'attachment'> | null;
  readonly onChange: (id: Id<'attachment'> | null) => void;
  readonly trouble: Trouble | null;
  readonly disabled: boolean;
}) {
  const t = useText();
  const service = useService();
  const picker = useRef<HTMLInputElement>(null);
  const add = useAct(service.attachments.add, { done: ({ id }) => onChange(id) });
  const choose = (file: File | undefined) => {
    if (file) void add.run({ subjectKind: 'setting', subjectId: 'firm', purpose: 'logo', file });
  };
  return (
    <Field
      label="settings.logo"
      name="values.logoAttachmentId"
      trouble={trouble}
      hint={t('settings.logoNote')}
    >
      <div className="row">
        {value !== null && <LogoPicture id={value} />}
        <input
          ref={picker}
          type="file"
          hidden
          accept="image/png,image/jpeg"
          data-testid="logo-picker"
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {!disabled && (
          <KeyButton
            label="settings.chooseLogo"
            pending={add.pending}
            onPress={() => picker.current?.click()}
          />
        )}
        {!disabled && value !== null && (
          <KeyButton label="settings.removeLogo" onPress={() => onChange(null)} />
        )}
      </div>
      <TroubleBanner trouble={add.trouble} />
    </Field>
  );
}

function LogoPicture({ id }: { readonly id: Id<'attachment'> }) {
  const t = useText();
  const service = useService();
  const [address, setAddress] = useState<string>();
  const input = { id };
  const { data } = useQuery({
    queryKey: service.attachments.content.queryKey({ input }),
    queryFn: ({ signal }) => service.attachments.content.call(input, { signal }),
    meta: { shows: [] },
  });
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return address ? <img className="logo" src={address} alt={t('settings.logo')} /> : null;
}
