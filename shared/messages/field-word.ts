import type { Language } from '../domain/actor.ts';
import { translateAny, type MessageKey } from './translate.ts';
import { fields } from './zh-CN/fields.ts';

type Entry = keyof typeof fields;
/** A field that has a word, its own at a noun or the general one. */
export type FieldName = Exclude<Entry, `${string}_${string}`> | OwnField<Entry>;
type OwnField<Name> = Name extends `${string}_${infer Field}` ? Field : never;

/** The name of the sentence that is a field's word: that of the noun where it has one of its own, else the general one. */
export function fieldKey(kind: string, field: string): MessageKey | undefined {
  return [`${kind}_${field}`, field].filter(isEntry).map((entry) => `fields.${entry}` as const)[0];
}

/** The word of a field at a noun; the name itself where there is none. */
export function fieldWord(language: Language, kind: string, field: string): string {
  const key = fieldKey(kind, field);
  return (key && translateAny(language, key)) ?? field;
}

function isEntry(name: string): name is Entry {
  return Object.hasOwn(fields, name);
}
