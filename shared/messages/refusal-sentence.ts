import type { RefusalCode, Refusals } from '../contract/refusals.ts';
import type { Language } from '../domain/actor.ts';
import { presetRolesWith } from '../domain/permissions.ts';
import { numberedKinds, prefixOf } from '../nouns/index.ts';
import { permissionWord, roleWord } from './role-words.ts';
import { translate, translateAny } from './translate.ts';

/** The sentence of a refusal, its facts in words: what a report lacks, the state of a document, the kind of a record, why a disk failed. */
export function refusalSentence<Code extends RefusalCode>(
  language: Language,
  code: Code,
  facts: Refusals[Code],
): string {
  const told = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, inWords(language, name, value, facts)]),
  );
  return translate(language, `refusals.${code}`, told);
}

/** The sentence of a refusal whose code came in an answer, as those of a list; the code itself where there is no sentence. */
export function sentenceOfCode(
  language: Language,
  code: string,
  facts: Readonly<Record<string, unknown>>,
): string {
  const told = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, inWords(language, name, value, facts)]),
  );
  return translateAny(language, `refusals.${code}`, told) ?? code;
}

function inWords(language: Language, name: string, value: unknown, facts: object): unknown {
  if (name === 'missing' && Array.isArray(value)) {
    return value.map((part) => translateAny(language, `reports.missing_${part}`) ?? String(part));
  }
  if (name === 'candidates' && Array.isArray(value))
    return value.map((one: { readonly name: string }) => one.name);
  if (name === 'concerned' && Array.isArray(value))
    return value.length === 0
      ? translate(language, 'requisitions.nobodyApproves')
      : translate(language, 'requisitions.approversConcerned', { names: value });
  if (name === 'permission')
    return presetRolesWith(String(value)).map((role) => translate(language, `states.role_${role}`));
  if (name === 'permissions' && Array.isArray(value))
    return value.map((one) => permissionWord(String(one), language));
  if (name === 'role') return roleWord({ code: String(value), name: '' }, language);
  if (name === 'kind' || name === 'ofKind')
    return translateAny(language, `states.recordKind_${String(value)}`) ?? value;
  if (name === 'reason') return translateAny(language, `states.storageFailure_${String(value)}`) ?? value;
  if (name !== 'state') return value;
  const list = stateListOf('number' in facts ? String(facts.number) : '');
  return translateAny(language, `states.${list}_${String(value)}`) ?? value;
}

/** The list of states that a document's number tells: FB202611-0001 is a report. */
function stateListOf(number: string): string {
  return `${numberedKinds.find((kind) => number.startsWith(prefixOf(kind))) ?? ''}State`;
}
