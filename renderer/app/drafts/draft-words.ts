import type { Language } from '#shared/domain/actor.ts';
import { fieldWord } from '#shared/messages/field-word.ts';

/** One thing that was typed, with the word of its field. */
export interface DraftWord {
  readonly label: string;
  readonly text: string;
}

/**
 * What a person can read of a draft whose form is not to be had any more: texts and numbers, in the order of the form. Ids and
 * the values of choices say nothing without the form, and are left out.
 */
export function wordsOfDraft(value: unknown, language: Language, name = ''): readonly DraftWord[] {
  if (Array.isArray(value)) return value.flatMap((part) => wordsOfDraft(part, language, name));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => wordsOfDraft(part, language, key));
  if (typeof value !== 'string' || value.trim() === '' || isCode(value) || isIdName(name)) return [];
  return [{ label: wordOf(name, language), text: value }];
}

function wordOf(name: string, language: Language): string {
  const word = fieldWord(language, '', name);
  return word === name ? '' : word;
}

/** The value of a choice, as `outOfService`, or an id. */
function isCode(text: string): boolean {
  return /^[a-z][a-zA-Z]*$/.test(text) || /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text);
}

function isIdName(name: string): boolean {
  return name === 'id' || name === 'key' || name.endsWith('Id');
}
