/*
 * The key of a draft is `draft/<person>/<name of the draft>/<window>`. A name may have slashes, a window has none: the
 * window is always the last part, so that `report/7` never matches a draft of `report/7/signature`.
 */

/** The key of the draft `name` that a window keeps for a person. */
export function draftKeyOf(personId: string, name: string, window: string): string {
  return `draft/${personId}/${name}/${window}`;
}

/** The window of a key, if it is a key of exactly this draft of this person. */
export function windowOfKey(key: string, personId: string, name: string): string | undefined {
  const start = draftKeyOf(personId, name, '');
  const window = key.startsWith(start) ? key.slice(start.length) : '';
  return window === '' || window.includes('/') ? undefined : window;
}
