import type { MessageKey } from '../text.ts';
import { shortcutOf, type KeyPress } from './keys.ts';

/** One shortcut that some part of the page answers. */
export interface Shortcut {
  readonly keys: string;
  readonly label: MessageKey;
  /** `everywhere` belongs to the frame, `here` to the screen shown. */
  readonly scope: 'everywhere' | 'here';
  /** What it belongs to: the screens, or what covers them whole. Only the topmost is answered. */
  readonly layer?: number | undefined;
  readonly act: () => void;
  /** Whether it answers now; left out: always. Of several forms, only the one with the cursor saves. */
  readonly applies?: (() => boolean) | undefined;
}

/** Which shortcuts are answered now. The one added last wins: what lies on top of the page answers first. */
export class ShortcutRegistry {
  #shortcuts: readonly Shortcut[] = [];
  readonly #listeners = new Set<() => void>();

  /** Answers a shortcut until the returned function is called. */
  add(shortcut: Shortcut): () => void {
    this.#change([...this.#shortcuts, shortcut]);
    return () => this.#change(this.#shortcuts.filter((other) => other !== shortcut));
  }

  /** Acts on a press and says whether somebody did; never while a word is being composed. */
  press(press: KeyPress): boolean {
    const found = this.#answering(press);
    found?.act();
    return found !== undefined;
  }

  /** Whether a press is somebody's, without acting. */
  knows(press: KeyPress): boolean {
    return this.#answering(press) !== undefined;
  }

  readonly list = (): readonly Shortcut[] => this.#shortcuts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #answering(press: KeyPress): Shortcut | undefined {
    const keys = shortcutOf(press);
    const top = Math.max(...this.#shortcuts.map(layerOf));
    return this.#shortcuts.findLast(
      (shortcut) => shortcut.keys === keys && layerOf(shortcut) === top && (shortcut.applies?.() ?? true),
    );
  }

  #change(next: readonly Shortcut[]): void {
    this.#shortcuts = next;
    for (const listener of this.#listeners) listener();
  }
}

function layerOf({ layer = 0 }: Shortcut): number {
  return layer;
}

/** The shortcuts of this window. */
export const shortcuts = new ShortcutRegistry();

/** Listens to the window's keys; returns how to stop. */
export function listenToKeys(page: Window, registry: ShortcutRegistry): () => void {
  // Function keys and Ctrl come before the widget that has the focus, plain keys (Escape, ?) after it.
  const first = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key)) answer(event);
  };
  const last = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d+$/.test(event.key);
    if (isPlain && !event.defaultPrevented && !isTaken(event)) answer(event);
  };
  const answer = (event: KeyboardEvent) => {
    if (!registry.knows(event)) return;
    // Also keeps the browser's own F3, Ctrl+S, Ctrl+P away.
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) registry.press(event);
  };
  page.addEventListener('keydown', first, true);
  page.addEventListener('keydown', last);
  return () => {
    page.removeEventListener('keydown', first, true);
    page.removeEventListener('keydown', last);
  };
}

/** Whether the press is meant for something else: Escape for a pop-up, list or dialog that is open, text for a field. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key !== 'Escape') return target.closest(writableThings) !== null;
  return target.closest(openThings) !== null || isPopUpOpen(target.ownerDocument);
}

/** Whether a pop-up stands on the page, with the focus or without: Escape closes the pop-up and nothing else. */
export function isPopUpOpen(page: ParentNode): boolean {
  return [...page.querySelectorAll(popUps)].some(
    ({ className }) => !/-hidden\b|-leave\b/.test(className.toString()),
  );
}

const openThings = '[aria-expanded="true"], .ant-modal-wrap';
const popUps = '.ant-popover, .ant-dropdown, .ant-picker-dropdown, .ant-select-dropdown';
const writableThings = 'input, textarea, select, [contenteditable="true"]';
