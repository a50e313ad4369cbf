import { translateAny } from '#shared/messages/translate.ts';
import type { Text } from '../../app/text.ts';
import type { FieldFault } from '../../service/trouble.ts';

/** The sentence for a fault of a field. */
export function faultSentence({ code, limit, message }: FieldFault, t: Text): string {
  return message ?? translateAny(t.language, `issue.${code}`, { limit }) ?? t('issue.format');
}
