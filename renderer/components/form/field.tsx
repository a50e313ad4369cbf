import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { translateAny } from '#shared/messages/translate.ts';
import { useText } from '../../app/text.ts';
import type { MessageKey, Text } from '../../app/text.ts';
import { faultsOf } from '../../service/trouble.ts';
import type { FieldFault, Trouble } from '../../service/trouble.ts';
import { FieldContext } from './field-context.ts';

/** Fields under one another, labels right-aligned before them. */
export function Fields({
  labelWidth,
  two = false,
  children,
}: {
  /** In pixels; 72 when left out, enough for four characters. */
  readonly labelWidth?: number | undefined;
  /** Two fields side by side. */
  readonly two?: boolean | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={two ? 'fields two' : 'fields'}
      style={labelWidth ? { '--label-width': `${labelWidth}px` } : undefined}
    >
      {children}
    </div>
  );
}

interface FieldProps {
  readonly label: MessageKey;
  /** The path under which the contract knows it: `name`, `lines.0.quantity`. */
  readonly name: string;
  readonly trouble?: Trouble | null | undefined;
  /** A fault that the screen itself has found. */
  readonly fault?: string | undefined;
  readonly needed?: boolean | undefined;
  readonly hint?: ReactNode;
  /** Takes the whole width where fields stand side by side. */
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

/** A label, the input inside, and under it what is wrong with it. */
export function Field({ label, name, trouble = null, fault, needed, hint, wide, children }: FieldProps) {
  const t = useText();
  const id = useId();
  const [ownFault, setOwnFault] = useState<string>();
  const arrived = faultsOf(trouble)[name];
  const sentence = fault ?? ownFault ?? (arrived && faultSentence(arrived, t));
  const isFaulty = sentence !== undefined;
  const place = useMemo(
    () => ({
      inputId: `${id}input`,
      labelId: `${id}label`,
      faultId: `${id}fault`,
      isFaulty,
      tellOwnFault: setOwnFault,
    }),
    [id, isFaulty],
  );
  return (
    <FieldContext value={place}>
      <label
        id={place.labelId}
        className={needed ? 'field-label needed' : 'field-label'}
        htmlFor={place.inputId}
        title={t(label)}
      >
        {t(label)}
      </label>
      <div className={wide ? 'wide' : undefined} data-field={name}>
        {children}
        {hint !== undefined && <div className="field-hint">{hint}</div>}
        {isFaulty && (
          <div className="field-fault" id={place.faultId}>
            {sentence}
          </div>
        )}
      </div>
    </FieldContext>
  );
}

/** The sentence for a fault of a field. */
export function faultSentence({ code, limit, message }: FieldFault, t: Text): string {
  return message ?? translateAny(t.language, `issue.${code}`, { limit }) ?? t('issue.format');
}
