/*
 * What this PC remembers between two starts, in localStorage. Remembering is a comfort: where the browser refuses it
 * (private window, full disk) the program goes on without.
 */

const prefix = 'shouhou/';

/** What was remembered under `key`, or `undefined`. */
export function recall(key: string): unknown {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Remembers `value` under `key`; `undefined` forgets it. Says whether it worked. */
export function remember(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Every remembered key that begins with `start`. */
export function recalledKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
