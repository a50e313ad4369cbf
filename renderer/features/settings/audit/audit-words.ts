import { theProgram } from '#shared/domain/actor.ts';
import { lookKinds, lookSubject, type LookKind } from '#shared/domain/looks.ts';
import { translateAny } from '#shared/messages/translate.ts';
import type { SearchKind } from '#shared/domain/search-kinds.ts';
import { searchKinds } from '#shared/domain/search-kinds.ts';
import { pathOfRecord } from '../../../app/record-paths.ts';
import type { Text } from '../../../app/text.ts';
import type { Service } from '../../../service/service-context.tsx';

/** An entry of the audit trail. */
export type AuditRow = Awaited<ReturnType<Service['audit']['list']['call']>>['rows'][number];

/** The kinds of record of which the trail tells. */
export const auditedKinds = [
  'customer',
  'unit',
  'product',
  'part',
  'stockAccount',
  'warehouse',
  'receipt',
  'stock',
  'judgement',
  'warrantyPolicy',
  'contact',
  'case',
  'requisition',
  'oldPart',
  'report',
  'print',
  'attachment',
  'setting',
  'person',
  'session',
  'signInTry',
  'export',
  lookSubject,
] as const;

/** Who did it; what nobody asked for was done by the program. */
export function personWord(name: string, t: Text): string {
  return name === theProgram.name ? t('audit.theProgram') : name;
}

/** What was done, in words: the second half of `requisitions.approve`. */
export function actWord(act: string, t: Text): string {
  return translateAny(t.language, `audit.verb_${act.split('.')[1] ?? act}`) ?? act;
}

/** What it was done to, in words. */
export function kindWord(kind: string, t: Text): string {
  return translateAny(t.language, `audit.kind_${kind}`) ?? kind;
}

/** The kind of record that an entry is about; of a look, that of the record which was looked at. */
export function recordKindOf({ subjectKind, after }: Pick<AuditRow, 'subjectKind' | 'after'>): string {
  const isLook = subjectKind === lookSubject && typeof after === 'object' && after !== null;
  return isLook && 'kind' in after && typeof after.kind === 'string' ? after.kind : subjectKind;
}

/** Whether it is on record who looked at records of this kind. */
export function isLookedAt(kind: string): boolean {
  return lookKinds.some((one: LookKind) => one === kind);
}

/** Where the record of an entry is opened; undefined for what has no screen of its own. */
export function pathOfSubject(row: AuditRow): string | undefined {
  const { subjectId } = row;
  const subjectKind = recordKindOf(row);
  if (subjectKind === 'person') return `/settings/people/${subjectId}`;
  if (subjectKind === 'warrantyPolicy') return `/settings/policies/${subjectId}`;
  const kind = searchKinds.find((one): one is SearchKind => one === subjectKind);
  return kind && pathOfRecord(kind, subjectId);
}

/** What the list is narrowed down to, as it stands in the path. */
export interface AuditWish {
  readonly kind: string | undefined;
  readonly person: string | undefined;
  readonly subject: string | undefined;
}

/** What the list asks for: looks stand between the changes only when they are asked for, and then alone. */
export function auditFilterOf({ kind, person, subject }: AuditWish) {
  return {
    ...(kind === undefined ? { withoutLooks: true } : { subjectKind: kind }),
    ...(person === undefined ? {} : { personId: person }),
    ...(subject === undefined ? {} : { subjectId: subject }),
  };
}
