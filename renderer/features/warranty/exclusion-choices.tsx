import { exclusions } from '#shared/domain/states.ts';
import type { Exclusion } from '#shared/domain/states.ts';
import { useText } from '../../app/text.ts';
import { MultiChoice } from '../../components/inputs/multi-choice.tsx';

/** What takes a case out of the warranty: any number of them. */
export function ExclusionChoices(props: {
  readonly value: readonly Exclusion[];
  readonly onChange: (next: readonly Exclusion[]) => void;
}) {
  const t = useText();
  const choices = exclusions.map((value) => ({
    value,
    label: t(`states.exclusion_${value}`),
    tone: 'late' as const,
  }));
  return <MultiChoice {...props} choices={choices} />;
}
