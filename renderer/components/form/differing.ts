import type { ComparedField } from './use-form.ts';

/** The fields that two versions say differently. What reads the same is no difference: an empty fee and one of nought. */
export function differing(
  compared: ReadonlyMap<string, ComparedField>,
  mine: ReadonlyMap<string, unknown>,
  theirs: ReadonlyMap<string, unknown>,
): readonly (readonly [string, ComparedField])[] {
  return [...compared].filter(
    ([name, { show }]) =>
      theirs.has(name) &&
      JSON.stringify(theirs.get(name)) !== JSON.stringify(mine.get(name)) &&
      show(theirs.get(name)) !== show(mine.get(name)),
  );
}
