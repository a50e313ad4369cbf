import type { AuditRow } from '#shared/contract/audit.contract.ts';
import { recordKindOf } from '#shared/domain/looks.ts';
import { actWord, kindWord, personWord } from '#shared/messages/audit-words.ts';
import { useText } from '../../../app/text.ts';

/** Who did it. */
export function PersonCell({ name }: { readonly name: string }) {
  return personWord(name, useText().language);
}

/** What was done. */
export function ActCell({ act }: { readonly act: string }) {
  return actWord(act, useText().language);
}

/** What it was done to. */
export function KindCell({ row }: { readonly row: AuditRow }) {
  return kindWord(recordKindOf(row), useText().language);
}
