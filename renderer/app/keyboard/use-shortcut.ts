import { createContext, use, useEffect, useRef } from 'react';
import type { MessageKey } from '../text.ts';
import { shortcuts } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

/** The layer to which the shortcuts below belong; what covers all screens gives a higher one. */
export const ShortcutLayer = createContext(0);

/** Answers `keys` ('F2', 'Ctrl+S') while the component is shown, and lists them in the help panel as `label`. */
export function useShortcut(
  keys: string | undefined,
  act: () => void,
  label: MessageKey,
  { enabled = true, scope = 'here', applies }: ShortcutOptions = {},
): void {
  const layer = use(ShortcutLayer);
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
      layer,
      act: () => latest.current.act(),
      applies: () => latest.current.applies?.() ?? true,
    });
  }, [keys, label, scope, layer, enabled]);
}

interface ShortcutOptions {
  readonly enabled?: boolean | undefined;
  readonly scope?: Shortcut['scope'] | undefined;
  readonly applies?: Shortcut['applies'];
}
