/** One part of every page of a roll, in one record: the papers of all nouns, say. */
export function partsOf<Page extends object>(
  roll: Readonly<Record<string, Page>>,
  part: string,
): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...Object.values(roll).map((page): unknown => Reflect.get(page, part)));
}

/** The pages of a roll that have a part, by their names, each with that part. */
export type PartOfEach<Roll, Part extends string> = {
  readonly [
    Name in keyof Roll as Roll[Name] extends { readonly [One in Part]: unknown } ? Name : never
  ]: Roll[Name] extends { readonly [One in Part]: infer Value } ? Value : never;
};

/** One part of the pages that have it, each under the name of its page. */
export function partOfEach<const Roll extends object, Part extends string>(
  roll: Roll,
  part: Part,
): PartOfEach<Roll, Part> {
  const having = Object.entries<object>({ ...roll } as Record<string, object>).filter(([, page]) =>
    Object.hasOwn(page, part),
  );
  // The type names the same pages by the same rule.
  return Object.fromEntries(having.map(([name, page]) => [name, Reflect.get(page, part)])) as PartOfEach<
    Roll,
    Part
  >;
}
