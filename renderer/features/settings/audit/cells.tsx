import { useText } from '../../../app/text.ts';
import { actWord, kindWord, personWord, recordKindOf } from './audit-words.ts';
import type { AuditRow } from './audit-words.ts';

/** Who did it. */
export function PersonCell({ name }: { readonly name: string }) {
  return personWord(name, useText());
}

/** What was done. */
export function ActCell({ act }: { readonly act: string }) {
  return actWord(act, useText());
}

/** What it was done to. */
export function KindCell({ row }: { readonly row: AuditRow }) {
  return kindWord(recordKindOf(row), useText());
}
