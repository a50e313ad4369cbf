import { translateAny } from '#shared/messages/translate.ts';
import type { Text } from '../../app/text.ts';
import type { Service } from '../../service/service-context.tsx';

/** What a judgement would say of one component group. */
export type Preview = Awaited<ReturnType<Service['warranty']['preview']['call']>>[number];

const limitReason = /^warranty\.reason(Months|Kilometres|Hours)(Within|Over)$/;

/** Why a judgement says what it says, as a clerk reads it to the customer. */
export function reasonsText(reasons: Preview['reasons'], t: Text): string {
  const lastLimit = reasons.findLastIndex(({ key }) => limitReason.test(key));
  const hasSeveral = reasons.findIndex(({ key }) => limitReason.test(key)) < lastLimit;
  const sentences = reasons.flatMap(({ key, parameters }, index) => {
    const sentence = translateAny(t.language, key, parameters);
    const more = index === lastLimit && hasSeveral ? [t('warranty.whicheverFirst')] : [];
    return sentence === undefined ? more : [sentence, ...more];
  });
  return t.clauses(sentences);
}
