import { useEffect, useRef } from 'react';
import type { MessageKey } from '../text.ts';
import { shortcuts } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

/** Answers `keys` ('F2', 'Ctrl+S') while the component is shown, and lists them in the help panel as `label`. */
export function useShortcut(
  keys: string | undefined,
  act: () => void,
  label: MessageKey,
  { enabled = true, scope = 'here', applies }: ShortcutOptions = {},
): void {
  const latest = useRef({ act, applies });
  useEffect(() => {
    latest.current = { act, applies };
  });
  useEffect(() => {
    if (keys === undefined || !enabled) return;
    return shortcuts.add({
      keys,
      label,
      scope,
      act: () => latest.current.act(),
      applies: () => latest.current.applies?.() ?? true,
    });
  }, [keys, label, scope, enabled]);
}

interface ShortcutOptions {
  readonly enabled?: boolean | undefined;
  readonly scope?: Shortcut['scope'] | undefined;
  readonly applies?: Shortcut['applies'];
}
