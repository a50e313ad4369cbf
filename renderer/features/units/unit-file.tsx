import { Asked } from '../../components/asked.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ComponentsCard } from './components-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { judgedUnit } from './judged-unit.ts';
import { ReadingsCard } from './readings-card.tsx';
import { UnitCard } from './unit-card.tsx';
import { WarrantyCard } from './warranty-card.tsx';

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
