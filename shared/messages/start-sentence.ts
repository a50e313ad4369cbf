import type { Language } from '../domain/actor.ts';
import { type MessageParameters, translateAny } from './translate.ts';

/** Why the program does not start, and what to do about it; undefined for a reason that has no sentence of its own. */
export function startSentence(
  language: Language,
  reason: string,
  facts: MessageParameters,
): string | undefined {
  // The desktop gives reasons without a sentence of their own its own one.
  if (reason === 'unexpected') return undefined;
  const isNamed = reason !== 'inUse' || facts['pid'] !== '?';
  return translateAny(language, `start.${isNamed ? reason : 'busy'}`, facts);
}
