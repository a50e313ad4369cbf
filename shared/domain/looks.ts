import { lookKinds, type LookKind } from '../nouns/index.ts';

/** Somebody's look at a record. */
export interface Look {
  readonly kind: LookKind;
  readonly id: string;
}

/** The look at a record of this kind; undefined where nothing in such a record is personal to a customer. */
export function lookAt(kind: string, id: string): Look | undefined {
  const known = lookKinds.find((one) => one === kind);
  return known && { kind: known, id };
}

/** The kind of an entry of the audit trail that tells of a look; its subject is the record that was looked at. */
export const lookSubject = 'look';

/** The kind of record that an entry of the audit trail is about; of a look, that of the record which was looked at. */
export function recordKindOf({
  subjectKind,
  after,
}: {
  readonly subjectKind: string;
  readonly after?: unknown;
}): string {
  const isLook = subjectKind === lookSubject && typeof after === 'object' && after !== null;
  return isLook && 'kind' in after && typeof after.kind === 'string' ? after.kind : subjectKind;
}
