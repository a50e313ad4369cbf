import { useText } from '../../app/text.ts';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

const signersAtMost = 5;

/** The people who sign one after the other; nobody where any with the right may. */
export function SignersInOrder({
  value,
  onChange,
  disabled,
}: {
  readonly value: readonly string[];
  readonly onChange: (next: readonly string[]) => void;
  readonly disabled: boolean;
}) {
  const t = useText();
  const service = useService();
  const colleagues = useAsk(service.session.colleagues, undefined, { shows: ['person'] }).data ?? [];
  const nameOf = (id: string) => colleagues.find(({ personId }) => personId === id)?.name ?? '';
  const choices = colleagues
    .filter(({ personId }) => !value.includes(personId))
    .map(({ personId, name, findable }) => ({ value: personId as string, label: name, findable }));
  return (
    <>
      {value.map((id, index) => (
        <button
          key={id}
          type="button"
          className="link sm"
          disabled={disabled}
          aria-label={`${t('common.remove')} ${nameOf(id)}`}
          onClick={() => onChange(value.filter((other) => other !== id))}
        >
          {index + 1} {nameOf(id)} ×
        </button>
      ))}
      {!disabled && value.length < signersAtMost && (
        <SelectInput
          width={130}
          value={null}
          emptyLabel={t('decisions.ruleAnybody')}
          choices={choices}
          onChange={(next) => next !== null && onChange([...value, next])}
        />
      )}
    </>
  );
}
