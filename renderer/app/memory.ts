import { inSample } from '../service/books.ts';

/*
 * What this PC remembers between two starts, in localStorage. Remembering is a comfort: where the browser refuses it
 * (private window, full disk) the program goes on without. The sample has a memory of its own: no draft of it comes up in
 * the real books. How the program looks is the same in both.
 */

const ofBoth = new Set(['preferences']);
const prefix = (key: string) => (inSample() && !ofBoth.has(key) ? 'shouhou/sample/' : 'shouhou/');

/** What was remembered under `key`, or `undefined`. */
export function recall(key: string): unknown {
  try {
    const text = localStorage.getItem(prefix(key) + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Remembers `value` under `key`; `undefined` forgets it. Says whether it worked. */
export function remember(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(prefix(key) + key);
    else localStorage.setItem(prefix(key) + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Every remembered key that begins with `start`. */
export function recalledKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix(start) + start))
      .map((key) => key.slice(prefix(start).length));
  } catch {
    return [];
  }
}
