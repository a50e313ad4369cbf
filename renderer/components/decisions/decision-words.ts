import type { DecisionKind } from '#shared/domain/decision-kinds.ts';
import type { Text } from '../../app/text.ts';
import { translateAny } from '#shared/messages/translate.ts';

/** What a decision is about, in the words of the screens. */
export function decisionWord(kind: DecisionKind, t: Text): string {
  return translateAny(t.language, `decisions.kind_${kind.replace('.', '_')}`) ?? kind;
}
