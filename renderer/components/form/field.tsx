import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
import type { Trouble } from '../../service/trouble.ts';
import { FieldContext } from './field-context.ts';
import { FieldFault } from './field-fault.tsx';
import { useNewField } from './new-field.ts';

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
  const { place, sentence, onInput } = useNewField({ name, trouble, fault });
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
      <div className={wide ? 'wide' : undefined} data-field={name} onInput={onInput}>
        {children}
        {hint !== undefined && <div className="field-hint">{hint}</div>}
        <FieldFault place={place} sentence={sentence} />
      </div>
    </FieldContext>
  );
}
