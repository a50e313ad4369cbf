import { refuse } from '#shared/contract/refusals.ts';

/** A record as a person knows it: its kind, and the number or name it goes by. */
export interface Named {
  readonly kind: string;
  readonly name: string;
}

/** Refuses DOES_NOT_BELONG: two records that exist, of which the first is not the second's. */
export function refuseApart(one: Named, of: Named): void {
  refuse('DOES_NOT_BELONG', { kind: one.kind, name: one.name, ofKind: of.kind, of: of.name });
}

/** Refuses INVALID_INPUT when two fields are filled of which each takes the other's place; `path` is the field to empty. */
export function refuseBoth(one: unknown, other: unknown, path: string): void {
  const isFilled = (value: unknown) => value !== null && value !== undefined;
  if (isFilled(one) && isFilled(other)) refuse('INVALID_INPUT', { issues: [{ path, code: 'oneOfTwo' }] });
}
