import type { KeyboardEvent } from 'react';
import type { Choice } from './choice-buttons.tsx';

/** One of several choices that can be taken together: Space takes and leaves, arrows go to those beside it. */
export function ChoiceBox({
  label,
  tone,
  isTaken,
  disabled = false,
  onToggle,
}: {
  readonly label: string;
  readonly tone?: Choice<string>['tone'];
  readonly isTaken: boolean;
  readonly disabled?: boolean | undefined;
  readonly onToggle: () => void;
}) {
  return (
    <button
      type="button"
      role="checkbox"
      className={tone ? `choice ${tone}` : 'choice'}
      aria-checked={isTaken}
      disabled={disabled}
      onClick={onToggle}
      onKeyDown={goBeside}
    >
      {label}
    </button>
  );
}

function goBeside(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: box, key } = event;
  const beside = { ArrowRight: box.nextElementSibling, ArrowLeft: box.previousElementSibling }[key];
  if (!(beside instanceof HTMLElement) || !beside.matches('[role="checkbox"]')) return;
  event.preventDefault();
  beside.focus();
}
