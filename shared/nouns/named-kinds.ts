/** The kinds of record that others name in the search: a case is found by its customer and its unit too. */
export const namedKinds = ['customer', 'product', 'unit', 'case', 'stockAccount'] as const;
export type NamedKind = (typeof namedKinds)[number];
