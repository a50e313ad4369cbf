import type { Text } from '../app/text.ts';
import { formatCount } from './inputs/parse-count.ts';

/** What the counters of a unit show, in words; empty when nobody has read them. */
export function readingOf(
  {
    mileageKm,
    operatingHours,
  }: { readonly mileageKm: number | null; readonly operatingHours: number | null },
  t: Text,
): string {
  return [
    mileageKm === null ? '' : t('units.kilometres', { count: formatCount(mileageKm) }),
    operatingHours === null ? '' : t('units.hours', { count: formatCount(operatingHours) }),
  ]
    .filter((text) => text !== '')
    .join(' / ');
}
