import type { Language } from '../domain/actor.ts';
import { defaultTimeZone } from '../domain/days.ts';
import { formatMoney } from '../domain/money.ts';
import { formatQuantity } from '../domain/quantities.ts';
import { chinese, english } from './books.ts';
import { listed } from './punctuation.ts';

type Books = typeof chinese;
/** The name of a sentence: `<book>.<sentence>`, as in `cases.empty`. */
export type MessageKey = {
  [Book in keyof Books & string]: `${Book}.${keyof Books[Book] & string}`;
}[keyof Books & string];
/** What stands in the gaps of a sentence. The ending of a name tells how it is written: …Fen, …Quantity, …At or at. */
export type MessageParameters = Readonly<Record<string, unknown>>;

/** The sentence under `key` in `language`, its gaps `{name}` filled, its words `{count|row|rows}` chosen. */
export function translate(language: Language, key: MessageKey, parameters: MessageParameters = {}): string {
  return translateAny(language, key, parameters) ?? key;
}

/** The same for a name that is put together at run time; `undefined` when there is no such sentence. */
export function translateAny(
  language: Language,
  key: string,
  parameters: MessageParameters = {},
): string | undefined {
  const [book = '', sentence = ''] = key.split('.', 2);
  const books: Readonly<Record<string, Readonly<Record<string, string>>>> =
    language === 'en' ? english : chinese;
  const text = books[book]?.[sentence];
  return text === undefined ? undefined : filled(text, (name) => written(name, parameters[name], language));
}

/** A sentence with its gaps filled: `{count}` is the value, `{count|row|rows}` the word that fits one or more. */
export function filled(sentence: string, valueOf: (name: string) => string | undefined): string {
  return sentence.replace(gap, (place, name: string, one?: string, many?: string) => {
    const value = valueOf(name);
    if (one === undefined || many === undefined) return value ?? place;
    return value === '1' ? one : many;
  });
}

const gap = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

function written(name: string, value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    if (name.endsWith('Fen')) return `¥${formatMoney(value)}`;
    if (name.endsWith('Quantity')) return formatQuantity(value);
    if (name === 'at' || name.endsWith('At')) return formatMoment(value, language);
    return value.toLocaleString('en-US');
  }
  if (Array.isArray(value))
    return listed(
      language,
      value.map((part) => written('', part, language)),
    );
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A point in time as people of the language write it, to the minute. */
export function formatMoment(at: number, language: Language, timeZone: string = defaultTimeZone): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);
}
