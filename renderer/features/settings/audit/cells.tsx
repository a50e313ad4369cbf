import { useText } from '../../../app/text.ts';
import { actWord, kindWord, recordKindOf } from './audit-words.ts';
import type { AuditRow } from './audit-words.ts';

/** What was done. */
export function ActCell({ act }: { readonly act: string }) {
  return actWord(act, useText());
}

/** What it was done to. */
export function KindCell({ row }: { readonly row: AuditRow }) {
  return kindWord(recordKindOf(row), useText());
}
