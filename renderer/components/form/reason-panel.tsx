import { useState } from 'react';
import type { MessageKey } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { Field, Fields } from './field.tsx';
import { PlainForm } from './plain-form.tsx';
import { ProseInput } from '../inputs/prose-input.tsx';
import { KeyButton } from '../key-button.tsx';
import type { Trouble } from '../../service/trouble.ts';

/** Asks for the reason of an act, in its place; Enter goes on to the button, Esc lets it be. */
export function ReasonPanel({
  title,
  note,
  label,
  danger = false,
  pending,
  trouble,
  other,
  onConfirm,
  onCancel,
}: {
  readonly title?: string | undefined;
  /** What will follow from it. */
  readonly note?: string | undefined;
  /** What the button says. */
  readonly label: MessageKey;
  readonly danger?: boolean | undefined;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  /** Another act that takes the reason too. */
  readonly other?: { readonly label: MessageKey; readonly onConfirm: (reason: string) => void } | undefined;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  const confirm = () => {
    if (!isEmpty) onConfirm(reason);
  };
  return (
    <div className="act-panel" data-testid="reason">
      <PlainForm trouble={trouble} onSave={confirm}>
        {title !== undefined && <b>{title}</b>}
        {note !== undefined && <span className="mut sm">{note}</span>}
        <Fields>
          <Field label="common.reason" name="reason" trouble={trouble} needed>
            <ProseInput autoFocus rows={2} maxLength={400} value={reason} onChange={setReason} />
          </Field>
          <span />
          <div className="row tight">
            <KeyButton
              submit
              primary={!danger}
              danger={danger}
              pending={pending}
              disabled={isEmpty}
              onPress={confirm}
            >
              {t(label)}
            </KeyButton>
            {other && (
              <KeyButton
                danger
                label={other.label}
                pending={pending}
                disabled={isEmpty}
                onPress={() => other.onConfirm(reason)}
              />
            )}
            <KeyButton label="common.cancel" keys="Escape" onPress={onCancel} />
          </div>
        </Fields>
      </PlainForm>
    </div>
  );
}
