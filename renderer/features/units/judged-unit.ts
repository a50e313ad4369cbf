import type { Service } from '../../service/service-context.tsx';

/** A unit's whole file as the host tells it. */
export type Unit = Awaited<ReturnType<Service['units']['get']['call']>>;

/** The unit with what each of its counters showed last. */
export function judgedUnit({ id, readings }: Pick<Unit, 'id' | 'readings'>) {
  return {
    id,
    mileageKm: readings.find((reading) => reading.mileageKm !== null)?.mileageKm ?? null,
    operatingHours: readings.find((reading) => reading.operatingHours !== null)?.operatingHours ?? null,
  };
}
