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
  'export',
] as const;

/** What was done, in words: the second half of `requisitions.approve`. */
export function actWord(act: string, t: Text): string {
  return translateAny(t.language, `audit.verb_${act.split('.')[1] ?? act}`) ?? act;
}

/** What it was done to, in words. */
export function kindWord(kind: string, t: Text): string {
  return translateAny(t.language, `audit.kind_${kind}`) ?? kind;
}

/** Where the record of an entry is opened; undefined for what has no screen of its own. */
export function pathOfSubject({ subjectKind, subjectId }: AuditRow): string | undefined {
  if (subjectKind === 'person') return `/settings/people/${subjectId}`;
  if (subjectKind === 'warrantyPolicy') return `/settings/policies/${subjectId}`;
  const kind = searchKinds.find((one): one is SearchKind => one === subjectKind);
  return kind && pathOfRecord(kind, subjectId);
}
