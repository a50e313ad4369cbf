import { useState } from 'react';
import type { FaultGroup } from '#shared/domain/states.ts';
import { useText } from '../../app/text.ts';
import { groupOfFault } from '../../components/warranty/group-of-fault.ts';
import { reasonsText } from '../../components/warranty/reasons.ts';
import { VerdictTag, useWarranty } from '../../components/warranty/warranty-light.tsx';
import type { JudgedUnit } from '../../components/warranty/warranty-light.tsx';
import { useDebounced } from './use-debounced.ts';

/** Pause after a digit of the reading before it is judged, in milliseconds. */
const restMs = 200;
const tones = { covered: 'good', undecided: 'soon', notCovered: '' } as const;

/** What a judgement would say now of the fault, in words to read to the caller; kept nowhere. */
export function WarrantyWords({
  unit,
  faultGroup,
}: {
  readonly unit: JudgedUnit;
  readonly faultGroup: FaultGroup | null;
}) {
  const t = useText();
  const [asked, setAsked] = useState<string>();
  const mileageKm = useDebounced(unit.mileageKm, restMs);
  const operatingHours = useDebounced(unit.operatingHours, restMs);
  const { data } = useWarranty({ id: unit.id, mileageKm, operatingHours });
  if (!data) return null;
  const wanted = asked ?? groupOfFault(faultGroup);
  const shown = data.find(({ componentGroupCode }) => componentGroupCode === wanted) ?? data[0];
  if (!shown) return <p className="mut">{t('contacts.noWarranty')}</p>;
  return (
    <div className="warranty-words" data-testid="warranty-light">
      <div className="row">
        <b>{t('contacts.warranty')}</b>
        <VerdictTag verdict={shown.verdict} />
        <span>{shown.componentGroupName}</span>
        <span className="grow" />
        <span className="mut sm cut">{[shown.policyName, shown.clause].filter(Boolean).join(' · ')}</span>
      </div>
      <p>{reasonsText(shown.reasons, t)}</p>
      <div className="row tight groups" role="radiogroup" aria-label={t('contacts.warranty')}>
        {data.map(({ componentGroupCode, componentGroupName, verdict }) => (
          <button
            key={componentGroupCode}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={componentGroupCode === shown.componentGroupCode}
            className={`tag group ${tones[verdict]}`}
            title={t(`states.verdict_${verdict}`)}
            onClick={() => setAsked(componentGroupCode)}
          >
            {componentGroupName}
          </button>
        ))}
      </div>
    </div>
  );
}
