import { useFieldPlace } from '../form/field-context.ts';
import type { Choice } from './choice-buttons.tsx';

/** A few choices side by side of which any number may be taken; Space takes and leaves. */
export function MultiChoice<Value extends string>({
  value,
  onChange,
  choices,
  disabled = false,
}: {
  readonly value: readonly Value[];
  readonly onChange: (next: readonly Value[]) => void;
  readonly choices: readonly Choice<Value>[];
  readonly disabled?: boolean | undefined;
}) {
  const place = useFieldPlace();
  // In the order of the choices, whatever was pressed first.
  const toggled = (one: Value) =>
    choices.map((choice) => choice.value).filter((other) => (other === one) !== value.includes(other));
  return (
    <div className="choices" role="group" aria-labelledby={place?.labelId} aria-invalid={place?.isFaulty}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="checkbox"
          className={choice.tone ? `choice ${choice.tone}` : 'choice'}
          aria-checked={value.includes(choice.value)}
          disabled={disabled}
          onClick={() => onChange(toggled(choice.value))}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
