import type { KeyboardEvent } from 'react';
import { isComposing } from '../../app/keyboard/keys.ts';
import { useFieldPlace } from '../form/field-context.ts';

/** One of the choices. `tone` colours it when it is chosen. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What typing finds it by besides the label, as the host tells it: pinyin, initials, a code. */
  readonly findable?: string | undefined;
  readonly tone?: 'late' | 'soon' | undefined;
}

/**
 * A few choices side by side. The digits choose while the focus is here; with `numbered` they stand beside the words.
 * With `onClear` nothing may be chosen: Delete, Backspace and a second click take the choice back; Space never does.
 */
export function ChoiceButtons<Value extends string>({
  value,
  onChange,
  onClear,
  choices,
  numbered = false,
  disabled = false,
}: {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly onClear?: (() => void) | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly numbered?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}) {
  const place = useFieldPlace();
  const chosenIndex = choices.findIndex((choice) => choice.value === value);

  const choose = (index: number, among: HTMLElement) => {
    const choice = choices[index];
    if (!choice) return;
    onChange(choice.value);
    among.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus();
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (disabled || isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    if (onClear && clears(event.key)) {
      event.preventDefault();
      onClear();
      return;
    }
    const index = chosenBy(event.key, Math.max(0, chosenIndex), choices.length);
    if (index === undefined) return;
    event.preventDefault();
    choose(index, event.currentTarget);
  };

  return (
    <div
      className={numbered ? 'choices filled' : 'choices'}
      role="radiogroup"
      aria-labelledby={place?.labelId}
      aria-invalid={place?.isFaulty}
      onKeyDown={press}
    >
      {choices.map((choice, index) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          className={choice.tone ? `choice ${choice.tone}` : 'choice'}
          aria-checked={choice.value === value}
          tabIndex={index === Math.max(0, chosenIndex) ? 0 : -1}
          disabled={disabled}
          onClick={({ detail }) => {
            // A click without a pointer counts no presses: a key has made it.
            if (onClear && detail > 0 && choice.value === value) onClear();
            else onChange(choice.value);
          }}
        >
          {choice.label}
          {numbered && ` ${index + 1}`}
        </button>
      ))}
    </div>
  );
}

/** Whether a key takes a choice back. */
export function clears(key: string): boolean {
  return key === 'Delete' || key === 'Backspace';
}

/** The place of the choice that a key chooses among `count`; undefined for a key that chooses none. */
export function chosenBy(key: string, from: number, count: number): number | undefined {
  if (/^[1-9]$/.test(key)) return Number(key) <= count ? Number(key) - 1 : undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (from + count - 1) % count;
  return key === ' ' ? from : undefined;
}
