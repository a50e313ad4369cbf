import { useEffect, useRef, type ReactNode } from 'react';
import type { MessageKey } from '../../app/text.ts';
import type { Trouble } from '../../service/trouble.ts';
import { KeyButton } from '../key-button.tsx';
import { firstField } from './field-order.ts';
import { Fields } from './field.tsx';
import type { FormPlace } from './form-place.ts';
import { PlainForm } from './plain-form.tsx';

/** A button that confirms, and does so in a way of its own. */
export interface Way {
  readonly label: MessageKey;
  readonly danger?: boolean | undefined;
  readonly onConfirm: () => void;
}

/** Asks what an act must know, in its place: the cursor stands in the first field, Enter leads to the button, Esc lets it be. */
export function AskForm({
  title,
  note,
  ways,
  isLacking,
  pending,
  trouble,
  name,
  place,
  onCancel,
  children,
}: {
  readonly title?: string | undefined;
  /** What will follow from it. */
  readonly note?: string | undefined;
  /** How it can be confirmed; Enter and Ctrl+S take the first. */
  readonly ways: readonly Way[];
  readonly isLacking: boolean;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  /** The name of the form for tests. */
  readonly name: string;
  readonly place?: FormPlace | undefined;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.current) firstField(form.current)?.focus();
  }, []);
  const [first] = ways;
  return (
    <div className="act-panel" data-testid={name} ref={form}>
      <PlainForm trouble={trouble} place={place} onSave={() => !isLacking && first?.onConfirm()}>
        {title !== undefined && <b>{title}</b>}
        {note !== undefined && <span className="mut sm">{note}</span>}
        <Fields>
          {children}
          <span />
          <div className="row tight">
            {ways.map((way) => (
              <KeyButton
                key={way.label}
                submit={way === first}
                primary={way === first && !way.danger}
                danger={way.danger}
                label={way.label}
                pending={pending}
                disabled={isLacking}
                onPress={way.onConfirm}
              />
            ))}
            <KeyButton label="common.cancel" keys="Escape" disabled={pending} onPress={onCancel} />
          </div>
        </Fields>
      </PlainForm>
    </div>
  );
}
