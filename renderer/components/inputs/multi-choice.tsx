import { useFieldPlace } from '../form/field-context.ts';
import { ChoiceBox } from './choice-box.tsx';
import type { Choice } from './choice-buttons.tsx';

/** A few choices side by side of which any number may be taken; in the order of Enter they are one field. */
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
        <ChoiceBox
          key={choice.value}
          label={choice.label}
          tone={choice.tone}
          isTaken={value.includes(choice.value)}
          disabled={disabled}
          onToggle={() => onChange(toggled(choice.value))}
        />
      ))}
    </div>
  );
}
