import { useText } from '../../../app/text.ts';
import type { Text } from '../../../app/text.ts';
import { Asked } from '../../../components/asked.tsx';
import { formatCount } from '../../../components/inputs/parse-count.ts';
import { useService } from '../../../service/service-context.tsx';
import type { Service } from '../../../service/service-context.tsx';
import { useAsk } from '../../../service/use-ask.ts';

type Effect = Awaited<ReturnType<Service['warranty']['publishingEffect']['call']>>;
type Limits = Effect['groups'][number]['before'];

/** What publishing a draft changes: how many units are judged by it, and whose terms differ. */
export function PublishingEffect({ id }: { readonly id: string }) {
  const t = useText();
  const service = useService();
  const asked = useAsk(service.warranty.publishingEffect, { id }, { shows: ['warrantyPolicy', 'unit'] });
  return (
    <Asked of={asked}>
      {({ unitCount, groups }) => (
        <div data-testid="publishing-effect">
          <div>
            {unitCount === 0
              ? t('settings.publishingNoUnits')
              : t('settings.publishingUnits', { count: formatCount(unitCount) })}
          </div>
          {unitCount > 0 && groups.length === 0 && <div>{t('settings.publishingSameTerms')}</div>}
          {groups.map((group) => (
            <div key={JSON.stringify(group)}>
              {t('settings.publishingGroup', {
                group: group.componentGroupName,
                before: limitsText(group.before, t),
                after: limitsText(group.after, t),
                count: formatCount(group.unitCount),
              })}
            </div>
          ))}
        </div>
      )}
    </Asked>
  );
}

function limitsText(limits: Limits, t: Text): string {
  if (!limits) return t('settings.termNone');
  const { months, mileageKm, operatingHours, wearPart } = limits;
  if (wearPart) return t('settings.termWear');
  const told = [
    months === null ? '' : t('settings.termMonthsOf', { count: months }),
    mileageKm === null ? '' : t('units.kilometres', { count: formatCount(mileageKm) }),
    operatingHours === null ? '' : t('units.hours', { count: formatCount(operatingHours) }),
  ].filter((text) => text !== '');
  return told.length === 0 ? t('settings.termNone') : told.join(' / ');
}
