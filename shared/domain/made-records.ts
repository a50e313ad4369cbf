/** The kinds of records made by a call that stay when the call is voided: others may use them. */
export const stayingKinds = ['customer', 'contactPerson', 'unit', 'case'] as const;
export type StayingKind = (typeof stayingKinds)[number];

/** A record that came into the books by a call, under the name it had then. */
export interface MadeRecord {
  readonly kind: StayingKind | 'telephone';
  readonly id: string;
  readonly name: string;
}
