import { filled } from '#shared/messages/translate.ts';

/** Puts values into the places `{name}` of a sentence. What is put in is not looked at again; an unknown place stays. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return filled(sentence, (name) => (Object.hasOwn(values, name) ? String(values[name]) : undefined));
}
