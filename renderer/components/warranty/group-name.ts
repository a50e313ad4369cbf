import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

export type Group = Awaited<ReturnType<Service['warranty']['groups']['call']>>[number];

/** The name of a component group in the person's language. */
export function groupName(group: Group | undefined, t: Text): string {
  return (t.language === 'en' && group?.nameEn) || group?.name || '';
}

/** Tells the name of a group by its code; `known` is the one that the record carries. */
export function useGroupName(): (code: string, known: string) => string {
  const t = useText();
  const service = useService();
  const { data } = useAsk(service.warranty.groups, undefined, { shows: ['warrantyPolicy'] });
  return (code, known) =>
    (t.language === 'en' && data?.find((group) => group.code === code)?.nameEn) || known;
}
