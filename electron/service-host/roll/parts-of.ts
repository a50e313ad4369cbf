/** One part of every page of a roll, in one record: the papers of all nouns, say. */
export function partsOf<Page extends object>(
  roll: Readonly<Record<string, Page>>,
  part: string,
): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...Object.values(roll).map((page): unknown => Reflect.get(page, part)));
}
