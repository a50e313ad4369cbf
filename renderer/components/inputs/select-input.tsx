import { Select } from 'antd';
import { isFoundBy } from '#shared/domain/found-by.ts';
import { fieldAttributes, useFieldPlace } from '../form/field-context.ts';
import type { Choice } from './choice-buttons.tsx';

/**
 * One of many choices that are all known, in a list that opens; typing finds them, by pinyin too where they are records that
 * carry `findable`. What is too much for a list (customers, parts) is for SearchPick.
 */
export function SelectInput<Value extends string>({
  value,
  onChange,
  choices,
  emptyLabel,
  width,
  disabled = false,
  autoFocus = false,
}: {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly choices: readonly Choice<Value>[];
  /** Allows choosing nothing, and says what that means. */
  readonly emptyLabel?: string | undefined;
  readonly width?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}) {
  const place = useFieldPlace();
  return (
    <Select<Value, Choice<Value>>
      {...fieldAttributes(place)}
      {...(place?.isFaulty ? { status: 'error' as const } : {})}
      style={{ width: width ?? '100%' }}
      value={value}
      placeholder={emptyLabel}
      allowClear={emptyLabel !== undefined}
      disabled={disabled}
      autoFocus={autoFocus}
      showSearch={{ filterOption: (text, option) => option !== undefined && isFoundBy(text, option) }}
      options={choices.map(({ value: one, label, findable }) => ({ value: one, label, findable }))}
      onChange={(next: Value | undefined) => onChange(next ?? null)}
    />
  );
}
