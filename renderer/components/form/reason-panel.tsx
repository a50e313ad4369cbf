import { useState } from 'react';
import type { MessageKey } from '../../app/text.ts';
import type { Trouble } from '../../service/trouble.ts';
import { AskForm } from './ask-form.tsx';
import { ReasonField } from './reason-field.tsx';

/** Asks for the reason of something that stands on no card of a noun. */
export function ReasonPanel({
  label,
  danger,
  onConfirm,
  ...rest
}: {
  readonly title?: string | undefined;
  /** What will follow from it. */
  readonly note?: string | undefined;
  /** What the button says. */
  readonly label: MessageKey;
  readonly danger?: boolean | undefined;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <AskForm
      {...rest}
      name="reason"
      isLacking={reason.trim() === ''}
      ways={[{ label, danger, onConfirm: () => onConfirm(reason) }]}
    >
      <ReasonField trouble={rest.trouble} value={reason} onChange={setReason} />
    </AskForm>
  );
}
