import { useText } from '../../../app/text.ts';
import { actWord, kindWord } from './audit-words.ts';

/** What was done. */
export function ActCell({ act }: { readonly act: string }) {
  return actWord(act, useText());
}

/** What it was done to. */
export function KindCell({ kind }: { readonly kind: string }) {
  return kindWord(kind, useText());
}
