import type { FocusEvent, ReactNode } from 'react';
import { Input } from 'antd';
import { withoutInvisible } from '#shared/domain/invisible.ts';
import { fieldAttributes, useFieldPlace } from '../form/field-context.ts';
import { given } from '../given.ts';

interface TextInputProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'password' | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | undefined;
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  readonly className?: string | undefined;
  /** Why the text stands for nothing yet; no form is saved past it. */
  readonly unsettled?: string | undefined;
  /** In pixels; the whole width when left out. */
  readonly width?: number | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: ((event: FocusEvent<HTMLInputElement>) => void) | undefined;
}

/** One line of text. */
export function TextInput({ value, onChange, width, unsettled, ...rest }: TextInputProps) {
  const place = useFieldPlace();
  return (
    <Input
      spellCheck={false}
      {...given(rest)}
      {...fieldAttributes(place, unsettled)}
      {...(place?.isFaulty ? { status: 'error' as const } : {})}
      {...(width ? { style: { width } } : {})}
      value={value}
      onChange={(event) =>
        onChange(rest.type === 'password' ? event.target.value : withoutInvisible(event.target.value))
      }
    />
  );
}
