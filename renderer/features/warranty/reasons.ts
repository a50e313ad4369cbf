import { translateAny } from '#shared/messages/translate.ts';
import type { Text } from '../../app/text.ts';
import type { Service } from '../../service/service-context.tsx';

/** What a judgement would say of one component group. */
export type Preview = Awaited<ReturnType<Service['warranty']['preview']['call']>>[number];

const limitReason = /^warranty\.reason(Months|Kilometres|Hours)(Within|Over)$/;

/** Why a judgement says what it says, as a clerk reads it to the customer. */
export function reasonsText(reasons: Preview['reasons'], t: Text): string {
  const sentences = reasons.flatMap(({ key, parameters }) => translateAny(t.language, key, parameters) ?? []);
  const limits = reasons.filter(({ key }) => limitReason.test(key)).length;
  return [...sentences, ...(limits > 1 ? [t('warranty.whicheverFirst')] : [])].join(
    t.language === 'en' ? '; ' : ';',
  );
}
