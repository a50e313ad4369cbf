import { translateAny } from '#shared/messages/translate.ts';
import type { Text } from './text.ts';

/** The word for a value of a closed list: `stateWord(t, 'caseState', 'awaitingParts')`. */
export function stateWord(t: Text, list: string, value: string): string {
  return translateAny(t.language, `states.${list}_${value}`) ?? value;
}
