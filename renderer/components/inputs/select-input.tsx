import { Select } from 'antd';
import { fieldAttributes, useFieldPlace } from '../form/field-context.ts';
import type { Choice } from './choice-buttons.tsx';

/** One of many fixed choices, in a list that opens. For records (customers, parts) use SearchPick. */
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
    <Select<Value>
      {...fieldAttributes(place)}
      {...(place?.isFaulty ? { status: 'error' as const } : {})}
      style={{ width: width ?? '100%' }}
      value={value}
      placeholder={emptyLabel}
      allowClear={emptyLabel !== undefined}
      disabled={disabled}
      autoFocus={autoFocus}
      showSearch={{ optionFilterProp: 'label' }}
      options={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      onChange={(next: Value | undefined) => onChange(next ?? null)}
    />
  );
}
