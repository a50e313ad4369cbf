import { exclusions } from '#shared/domain/states.ts';
import type { Exclusion } from '#shared/domain/states.ts';
import { useText } from '../../app/text.ts';

/** What takes a case out of the warranty: any number of them, each pressed in or not. */
export function ExclusionChoices({
  value,
  onChange,
}: {
  readonly value: readonly Exclusion[];
  readonly onChange: (next: readonly Exclusion[]) => void;
}) {
  const t = useText();
  return (
    <div className="choices" role="group" aria-label={t('warranty.exclusions')}>
      {exclusions.map((exclusion) => {
        const isChosen = value.includes(exclusion);
        return (
          <button
            key={exclusion}
            type="button"
            role="checkbox"
            aria-checked={isChosen}
            className="choice late"
            onClick={() =>
              onChange(isChosen ? value.filter((one) => one !== exclusion) : [...value, exclusion])
            }
          >
            {t(`states.exclusion_${exclusion}`)}
          </button>
        );
      })}
    </div>
  );
}
