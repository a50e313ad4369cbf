import { lightOf } from '#shared/domain/warranty-light.ts';
import type { WarrantyLight as Light } from '#shared/domain/warranty-light.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { Tag } from '../tag.tsx';
import type { Tone } from '../tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** A unit and its counters, as the warranty is judged upon them. */
export interface JudgedUnit {
  readonly id: string;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
}

/** What a judgement made today would say of every component group of a unit. */
export function useWarranty({ id, mileageKm, operatingHours }: JudgedUnit) {
  const service = useService();
  const day = useToday();
  const input = { unitId: id, day, mileageKm, operatingHours };
  return useAsk(service.warranty.preview, input, {
    shows: ['unit', 'warrantyPolicy', 'judgement'],
    keepLast: true,
  });
}

/** How much of a unit is still covered today; nothing while that is not known. */
export function WarrantyLight({ unit }: { readonly unit: JudgedUnit }) {
  const { data } = useWarranty(unit);
  if (!data || data.length === 0) return null;
  return <VerdictTag verdict={lightOf(data)} />;
}

/** A verdict, or the light of a whole unit, in its colour. */
export function VerdictTag({ verdict }: { readonly verdict: Light }) {
  const t = useText();
  return <Tag tone={toneOfVerdict[verdict]}>{t(`states.verdict_${verdict}`)}</Tag>;
}

const toneOfVerdict: Readonly<Record<Light, Tone | undefined>> = {
  covered: 'good',
  partlyCovered: 'soon',
  undecided: 'soon',
  notCovered: undefined,
};
