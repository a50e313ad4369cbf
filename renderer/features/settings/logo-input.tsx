import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '#shared/domain/ids.ts';
import { useText } from '../../app/text.ts';
import { NotAddedBanner } from '../../components/attachments/not-added-banner.tsx';
import { useAttachOne } from '../../components/attachments/use-attach.ts';
import { Field } from '../../components/form/field.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import './settings.css';

const firm = { subjectKind: 'setting', subjectId: 'firm' } as const;

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
  const picker = useRef<HTMLInputElement>(null);
  const attach = useAttachOne(firm, 'logo', ({ id }) => onChange(id));
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
            attach.add(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {!disabled && (
          <KeyButton
            label="settings.chooseLogo"
            pending={attach.pending}
            onPress={() => picker.current?.click()}
          />
        )}
        {!disabled && value !== null && (
          <KeyButton label="settings.removeLogo" onPress={() => onChange(null)} />
        )}
      </div>
      <NotAddedBanner notAdded={attach.notAdded} />
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
