import { Asked } from '../../components/asked.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ComponentsCard } from './components-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { isInForce } from './readings.ts';
import { ReadingsCard } from './readings-card.tsx';
import { UnitCard } from './unit-card.tsx';
import { WarrantyCard } from './warranty-card.tsx';

/** A unit's whole file as the host tells it. */
export type Unit = Awaited<ReturnType<Service['units']['get']['call']>>;

/** Everything about one unit: what it is, its warranty, readings, assemblies and services. */
export function UnitFile({ id }: { readonly id: string }) {
  const service = useService();
  const asked = useAsk(
    service.units.get,
    { id },
    { shows: ['unit', 'customer', 'product', 'case', 'report'] },
  );
  return (
    <div className="scroll">
      <Asked of={asked}>
        {(unit) => (
          <div className="stack">
            <UnitCard unit={unit} />
            <WarrantyCard unit={judgedUnit(unit)} />
            <ReadingsCard unit={unit} />
            <HistoryCard unit={unit} />
            <ComponentsCard unit={unit} />
          </div>
        )}
      </Asked>
    </div>
  );
}

/** The unit with what each of its counters showed last. */
export function judgedUnit({ id, readings }: Pick<Unit, 'id' | 'readings'>) {
  const inForce = readings.filter(isInForce);
  return {
    id,
    mileageKm: inForce.find((reading) => reading.mileageKm !== null)?.mileageKm ?? null,
    operatingHours: inForce.find((reading) => reading.operatingHours !== null)?.operatingHours ?? null,
  };
}
