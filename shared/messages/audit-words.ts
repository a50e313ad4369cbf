import { type Language, theProgram } from '../domain/actor.ts';
import { translate, translateAny } from './translate.ts';

/** Who did it; what nobody asked for was done by the program. */
export function personWord(name: string, language: Language): string {
  return name === theProgram.name ? translate(language, 'audit.theProgram') : name;
}

/** What was done, in words: the second half of `requisitions.approve`. */
export function actWord(act: string, language: Language): string {
  return translateAny(language, `audit.verb_${act.split('.')[1] ?? act}`) ?? act;
}

/** What it was done to, in words. */
export function kindWord(kind: string, language: Language): string {
  return translateAny(language, `audit.kind_${kind}`) ?? kind;
}
