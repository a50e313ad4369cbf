/** The kinds of record that the one search field finds, in the order in which they are shown. */
export const searchKinds = [
  'customer',
  'unit',
  'case',
  'contact',
  'requisition',
  'report',
  'receipt',
  'part',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The kinds of record that others name in the search: a case is found by its customer and its unit too. */
export const namedKinds = ['customer', 'product', 'unit', 'case', 'stockAccount'] as const;
export type NamedKind = (typeof namedKinds)[number];
