import { isInForce } from './readings.ts';
import type { Service } from '../../service/service-context.tsx';

/** A unit's whole file as the host tells it. */
export type Unit = Awaited<ReturnType<Service['units']['get']['call']>>;

/** The unit with what each of its counters showed last. */
export function judgedUnit({ id, readings }: Pick<Unit, 'id' | 'readings'>) {
  const inForce = readings.filter(isInForce);
  return {
    id,
    mileageKm: inForce.find((reading) => reading.mileageKm !== null)?.mileageKm ?? null,
    operatingHours: inForce.find((reading) => reading.operatingHours !== null)?.operatingHours ?? null,
  };
}
