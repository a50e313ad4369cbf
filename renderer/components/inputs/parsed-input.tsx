import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
import { useFieldPlace } from '../form/field-context.ts';
import { TextInput } from './text-input.tsx';

/** What all inputs share whose text stands for something else. */
export interface ParsedInputProps<Value> {
  readonly value: Value | null;
  /** Null while the field is empty or its text means nothing yet. */
  readonly onChange: (value: Value | null) => void;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly suffix?: ReactNode;
  readonly prefix?: ReactNode;
  /** In pixels; the whole width when left out. */
  readonly width?: number | undefined;
}

interface Reading<Value> {
  readonly parse: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
  /** Said when the text means nothing. */
  readonly notUnderstood: MessageKey;
  readonly className?: string | undefined;
}

/** A text that stands for a value: shown as typed while the cursor is in it, in its proper form afterwards. */
export function ParsedInput<Value>(props: ParsedInputProps<Value> & Reading<Value>) {
  const { value, onChange, parse, format, notUnderstood, width, className, ...rest } = props;
  const t = useText();
  const place = useFieldPlace();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => (text.trim() === '' ? null : parse(text));

  const type = (text: string) => {
    setTyped(text);
    place?.tellOwnFault(undefined);
    const next = read(text) ?? null;
    if (next !== value) onChange(next);
  };
  const unsettled = typed !== null && read(typed) === undefined ? t(notUnderstood) : undefined;
  const leave = () => {
    // What was not understood stays, so that it can be mended.
    if (unsettled !== undefined) place?.tellOwnFault(unsettled);
    else setTyped(null);
  };

  return (
    <TextInput
      {...rest}
      className={className}
      width={width}
      value={typed ?? (value === null ? '' : format(value))}
      unsettled={unsettled}
      onChange={type}
      onBlur={leave}
      onFocus={(event) => event.target.select()}
      inputMode="decimal"
    />
  );
}
