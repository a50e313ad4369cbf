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
