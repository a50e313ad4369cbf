/*
 * Shortcuts as they are written on buttons: 'F2', 'Ctrl+S', 'Escape', '?'. Modifiers in the order Ctrl, Alt, Shift.
 */

/** What a key press says of itself; a part of KeyboardEvent. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/**
 * Whether the press belongs to the input method: it may choose a word or end a composition, and must do nothing else.
 * 229 is what browsers report for presses the input method has swallowed (UI Events, §7.3.1).
 */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** The shortcut a press means, or `undefined` while a word is being composed. */
export function shortcutOf(press: KeyPress): string | undefined {
  if (isComposing(press)) return undefined;
  const key = nameOf(press);
  if (key === '') return undefined;
  const isCharacter = key.length === 1 && !/[A-Z0-9]/.test(key);
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl+' : '',
    press.altKey ? 'Alt+' : '',
    // Shift is part of what a sign like ? is.
    press.shiftKey && !isCharacter ? 'Shift+' : '',
    key,
  ].join('');
}

/** The shortcut as it stands on a button. */
export function writtenShortcut(shortcut: string): string {
  return shortcut
    .split('+')
    .map((part) => written[part] ?? part)
    .join(' ');
}

const written: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Space: '␣',
};

function nameOf(press: KeyPress): string {
  if (['Control', 'Shift', 'Alt', 'Meta', 'Process', 'Dead', 'Unidentified'].includes(press.key)) return '';
  // With Ctrl or Alt the layout may give another sign than the key cap shows.
  if ((press.ctrlKey || press.altKey || press.metaKey) && /^(Key|Digit)/.test(press.code))
    return press.code.slice(-1);
  if (press.key === ' ') return 'Space';
  return press.key.length === 1 ? press.key.toUpperCase() : press.key;
}
