import { describe, expect, test, vi } from 'vitest';
import { shortcutOf, writtenShortcut } from '../../../renderer/app/keyboard/keys.ts';
import type { KeyPress } from '../../../renderer/app/keyboard/keys.ts';
import { ShortcutRegistry } from '../../../renderer/app/keyboard/shortcuts.ts';

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  return {
    key,
    code,
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...change,
  };
}

describe('what a press means', () => {
  test.each([
    ['F2', press('F2'), 'F2'],
    ['Ctrl+S', press('s', { ctrlKey: true }), 'Ctrl+S'],
    ['Ctrl+S with caps lock', press('S', { ctrlKey: true }), 'Ctrl+S'],
    ['Ctrl+S on a layout that gives another sign', press('ы', { ctrlKey: true, code: 'KeyS' }), 'Ctrl+S'],
    ['?', press('?', { shiftKey: true, code: 'Slash' }), '?'],
    ['Escape', press('Escape'), 'Escape'],
    ['Shift+F2', press('F2', { shiftKey: true }), 'Shift+F2'],
    ['Alt+Enter', press('Enter', { altKey: true }), 'Alt+Enter'],
    ['a modifier alone', press('Control', { ctrlKey: true }), undefined],
  ])('%s', (_name, given, meant) => {
    expect(shortcutOf(given)).toBe(meant);
  });

  test.each([
    ['while a word is composed', { isComposing: true }],
    ['when the input method has swallowed it', { keyCode: 229 }],
  ])('nothing %s', (_name, composing) => {
    for (const key of ['F2', 'Enter', 'Escape', '?'])
      expect(shortcutOf(press(key, composing))).toBeUndefined();
    expect(shortcutOf(press('s', { ctrlKey: true, ...composing }))).toBeUndefined();
  });

  test('written as on the key caps', () => {
    expect(['Ctrl+K', 'Escape', 'Enter', 'F9'].map(writtenShortcut)).toEqual(['Ctrl K', 'Esc', '↵', 'F9']);
  });
});

describe('who answers a press', () => {
  const shortcut = (keys: string, act: () => void, applies?: () => boolean) =>
    ({ keys, act, label: 'common.save', scope: 'here', applies }) as const;

  test('the one shown last, and the one before once it is gone', () => {
    const registry = new ShortcutRegistry();
    const [below, above] = [vi.fn<() => void>(), vi.fn<() => void>()];
    registry.add(shortcut('Escape', below));
    const remove = registry.add(shortcut('Escape', above));
    registry.press(press('Escape'));
    remove();
    registry.press(press('Escape'));
    expect([above.mock.calls.length, below.mock.calls.length]).toEqual([1, 1]);
  });

  test('of two forms, the one that has the cursor', () => {
    const registry = new ShortcutRegistry();
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()];
    registry.add(shortcut('Ctrl+S', first, () => true));
    registry.add(shortcut('Ctrl+S', second, () => false));
    expect(registry.press(press('s', { ctrlKey: true }))).toBe(true);
    expect(first).toHaveBeenCalledOnce();
    expect(second).not.toHaveBeenCalled();
  });

  test('nobody while a word is composed', () => {
    const registry = new ShortcutRegistry();
    const act = vi.fn<() => void>();
    registry.add(shortcut('F2', act));
    expect(registry.knows(press('F2', { isComposing: true }))).toBe(false);
    expect(registry.press(press('F2', { keyCode: 229 }))).toBe(false);
    expect(act).not.toHaveBeenCalled();
  });

  test('the help panel hears of what comes and goes', () => {
    const registry = new ShortcutRegistry();
    const heard = vi.fn<() => void>();
    const stop = registry.subscribe(heard);
    registry.add(shortcut('F9', vi.fn<() => void>()))();
    stop();
    registry.add(shortcut('F9', vi.fn<() => void>()));
    expect(heard).toHaveBeenCalledTimes(2);
    expect(registry.list().map(({ keys }) => keys)).toEqual(['F9']);
  });
});
