import { type Language, theProgram } from '../domain/actor.ts';
import { lookSubject } from '../domain/looks.ts';
import { isPlaced, kinds, permissionsOf, type Kind } from '../nouns/index.ts';
import { translate, translateAny } from './translate.ts';

/** What the audit trail tells of beside the nouns. */
const withoutCard = [
  'product',
  'stockAccount',
  'warehouse',
  'stock',
  'print',
  'attachment',
  'session',
  'signInTry',
  'export',
  'clock',
  lookSubject,
] as const;

/**
 * The kinds of record of which the audit trail tells. A noun without screen and permission comes from an act of another noun,
 * and the row of that act tells it.
 */
export const auditedKinds: readonly string[] = [...kinds.filter(isAudited), ...withoutCard];

function isAudited(kind: Kind): boolean {
  return isPlaced(kind) || permissionsOf(kind).length > 0;
}

/** Who did it; what nobody asked for was done by the program. */
export function personWord(name: string, language: Language): string {
  return name === theProgram.name ? translate(language, 'audit.theProgram') : name;
}

/** What was done, in words: the second half of `requisitions.approve`. */
export function actWord(act: string, language: Language): string {
  return translateAny(language, `audit.verb_${act.split('.')[1] ?? act}`) ?? act;
}

/** What it was done to, in words: those of the trail itself, else those of the noun, which begin a line here. */
export function kindWord(kind: string, language: Language): string {
  const ofNoun = translateAny(language, `states.recordKind_${kind}`);
  const begun = ofNoun && `${ofNoun.charAt(0).toUpperCase()}${ofNoun.slice(1)}`;
  return translateAny(language, `audit.kind_${kind}`) ?? begun ?? kind;
}
