import { nameOfUnit } from '#shared/domain/unit-name.ts';
import { Link } from '@tanstack/react-router';
import { pathOfRecord } from '../app/record-paths.ts';
import { useText } from '../app/text.ts';
import { useService } from '../service/service-context.tsx';
import type { Service } from '../service/service-context.tsx';
import type { Trouble } from '../service/trouble.ts';
import { useAsk } from '../service/use-ask.ts';

/** A unit as the list of units tells it. */
export type UnitOnFile = Awaited<ReturnType<Service['units']['list']['call']>>['rows'][number];

/** As many as may hold the text of a plate in one of theirs. */
const heldAgainst = 50;

/** Leads to the unit that has the plate or number already which was refused, or takes it. */
export function ExistingUnit({
  trouble,
  onTake,
}: {
  readonly trouble: Trouble | null;
  /** Takes it in place of the one that was to be made; left out, its file is opened. */
  readonly onTake?: ((unit: UnitOnFile) => void) | undefined;
}) {
  const t = useText();
  const unit = useUnitOnFile(
    trouble?.kind === 'refused' && trouble.code === 'ALREADY_EXISTS' ? trouble.facts.value : '',
  );
  if (!unit) return null;
  const name = [nameOfUnit(unit), unit.productCode, unit.customerName].join(' · ');
  return (
    <div className="row tight sm" data-testid="existing-unit">
      <span className="mut">{t('units.existing')}</span>
      {onTake ? (
        <>
          <span className="cut">{name}</span>
          <button type="button" className="link sm" onClick={() => onTake(unit)}>
            {t('units.takeExisting')}
          </button>
        </>
      ) : (
        <Link to={pathOfRecord('unit', unit.id)}>{name}</Link>
      )}
    </div>
  );
}

/** The unit in use that has exactly this plate or serial number. */
function useUnitOnFile(text: string): UnitOnFile | undefined {
  const service = useService();
  const { data } = useAsk(
    service.units.list,
    { filter: { text, active: true }, sort: { by: 'createdAt', descending: true }, limit: heldAgainst },
    { shows: ['unit'], enabled: text !== '' },
  );
  if (text === '') return undefined;
  return data?.rows.find(({ plate, serialNumber }) => plate === text || serialNumber === text);
}
