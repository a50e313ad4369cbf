import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { isDay, type Day } from '#shared/domain/days.ts';
import { recordKindOf } from '#shared/domain/looks.ts';
import { lookKinds, placedKinds, type LookKind } from '#shared/nouns/index.ts';
import { pathOfRecord } from '../../../app/record-paths.ts';

/** Whether it is on record who looked at records of this kind. */
export function isLookedAt(kind: string): boolean {
  return lookKinds.some((one: LookKind) => one === kind);
}

/** Where the record of an entry is opened; undefined for what has no screen of its own. */
export function pathOfSubject(row: AuditRow): string | undefined {
  const { subjectId } = row;
  const subjectKind = recordKindOf(row);
  const kind = placedKinds.find((one) => one === subjectKind);
  return kind && pathOfRecord(kind, subjectId);
}

/** What the list is narrowed down to, as it stands in the path. */
export interface AuditWish {
  readonly kind: string | undefined;
  readonly person: string | undefined;
  readonly subject: string | undefined;
  readonly fromDay?: Day | undefined;
  readonly untilDay?: Day | undefined;
}

/** What the path says of it. */
export function auditWishIn(search: Readonly<Record<string, unknown>>): AuditWish {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const day = (name: string) => {
    const value = text(name);
    return value !== undefined && isDay(value) ? value : undefined;
  };
  return {
    kind: text('kind'),
    person: text('person'),
    subject: text('subject'),
    fromDay: day('fromDay'),
    untilDay: day('untilDay'),
  };
}

/** What the list asks for: looks stand between the changes only when they are asked for, and then alone. */
export function auditFilterOf({ kind, person, subject, fromDay, untilDay }: AuditWish) {
  return {
    ...(kind === undefined ? { withoutLooks: true } : { subjectKind: kind }),
    ...(person === undefined ? {} : { personId: person }),
    ...(subject === undefined ? {} : { subjectId: subject }),
    ...(fromDay === undefined ? {} : { fromDay }),
    ...(untilDay === undefined ? {} : { untilDay }),
  };
}
