import type { ReactNode } from 'react';
import { Button } from 'antd';
import { writtenShortcut } from '../app/keyboard/keys.ts';
import { useShortcut } from '../app/keyboard/use-shortcut.ts';
import type { MessageKey } from '../app/text.ts';
import { useText } from '../app/text.ts';
import { useWholeForm } from './form/form-place.ts';

interface KeyButtonProps {
  readonly onPress: () => void;
  /** What the button says, and the help panel of its key. */
  readonly label?: MessageKey | undefined;
  /** Says something else than `label`. */
  readonly children?: ReactNode;
  /** The key that does the same: 'F9', 'Ctrl+S'. Needs a `label`. */
  readonly keys?: string | undefined;
  /** Shows the key although something else answers it. */
  readonly shownKeys?: string | undefined;
  readonly primary?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** Marks the chosen one of several. */
  readonly chosen?: boolean | undefined;
  /** Enter in the last field of the form comes here; saves only what is whole. */
  readonly submit?: boolean | undefined;
  readonly pending?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** A button that shows the key which does the same. */
export function KeyButton(props: KeyButtonProps) {
  const {
    onPress,
    label,
    children,
    keys,
    shownKeys = keys,
    primary,
    danger,
    chosen,
    submit,
    pending,
    disabled,
  } = props;
  const t = useText();
  const isUsable = !disabled && !pending;
  const press = useWholeForm(submit === true, onPress);
  useShortcut(keys, press, label ?? 'shell.keys', { enabled: isUsable });
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      danger={danger ?? false}
      className={chosen ? 'key-button chosen' : 'key-button'}
      disabled={disabled ?? false}
      // Disabled, it would lose the focus to nobody while the act is under way.
      aria-disabled={!isUsable}
      aria-busy={pending}
      aria-pressed={chosen}
      onClick={isUsable ? press : undefined}
      {...(submit ? { 'data-submit': '' } : {})}
    >
      <span>{children ?? (label ? t(label) : null)}</span>
      {shownKeys !== undefined && <kbd>{writtenShortcut(shownKeys)}</kbd>}
    </Button>
  );
}
