import type { Language } from '../domain/actor.ts';

/** Things of a kind one after another: 'a、b', in English 'a, b'. */
export function listed(language: Language, things: readonly string[]): string {
  return things.join(marks[language].between);
}

/** Sentences or clauses one after another: 'a；b', in English 'a; b'. */
export function clauses(language: Language, texts: readonly string[]): string {
  return texts.join(marks[language].clause);
}

/** Words with what is said of them in brackets: '三包外（3.3，余 47 天）', in English 'covered (3.3, 47 days left)'. */
export function withDetail(language: Language, words: string, details: readonly string[]): string {
  const { open, close, comma } = marks[language];
  const said = details.filter((detail) => detail !== '');
  return said.length === 0 ? words : `${words}${open}${said.join(comma)}${close}`;
}

/** Who or what, and what they say: '刘部长：老客户', in English 'Liu: an old customer'. */
export function saidBy(language: Language, who: string, text: string): string {
  return `${who}${marks[language].colon}${text}`;
}

const marks = {
  'zh-CN': { between: '、', clause: '；', comma: '，', colon: '：', open: '（', close: '）' },
  en: { between: ', ', clause: '; ', comma: ', ', colon: ': ', open: ' (', close: ')' },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;
