import { Input } from 'antd';
import { fieldAttributes, useFieldPlace } from '../form/field-context.ts';
import { given } from '../given.ts';

/**
 * Text of several lines. Enter goes to the next field and Alt+Enter begins a new line; with `free`, for letters, it is
 * the other way round: Enter begins a new line, Ctrl+Enter goes on.
 */
export function ProseInput({
  value,
  onChange,
  rows = 3,
  free = false,
  ...rest
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number | undefined;
  readonly free?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
}) {
  const place = useFieldPlace();
  return (
    <Input.TextArea
      spellCheck={false}
      {...given(rest)}
      {...fieldAttributes(place)}
      {...(place?.isFaulty ? { status: 'error' as const } : {})}
      {...(free ? { 'data-lines': 'free' } : {})}
      autoSize={{ minRows: rows, maxRows: Math.max(rows, 12) }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
