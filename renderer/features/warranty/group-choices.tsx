import type { KeyboardEvent } from 'react';
import { useText } from '../../app/text.ts';
import { useGroupName } from '../../components/warranty/group-name.ts';
import { reasonsText } from '../../components/warranty/reasons.ts';
import type { Preview } from '../../components/warranty/reasons.ts';
import { VerdictTag } from '../../components/warranty/warranty-light.tsx';

/** The component groups with their lights and the words to read out; one of them is chosen. */
export function GroupChoices({
  groups,
  value,
  onChange,
}: {
  readonly groups: readonly Preview[];
  readonly value: string | null;
  /** Absent where nothing can be judged: the lights alone. */
  readonly onChange?: ((code: string) => void) | undefined;
}) {
  const t = useText();
  const nameOf = useGroupName();
  const chosenIndex = groups.findIndex((group) => group.componentGroupCode === value);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !onChange) return;
    event.preventDefault();
    const index = (Math.max(0, chosenIndex) + step + groups.length) % groups.length;
    onChange(groups[index]?.componentGroupCode ?? '');
    event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus();
  };
  return (
    <div className="group-choices" role="radiogroup" aria-label={t('warranty.group')} onKeyDown={press}>
      {groups.map((group, index) => (
        <button
          key={group.componentGroupCode}
          type="button"
          role="radio"
          aria-checked={group.componentGroupCode === value}
          tabIndex={index === Math.max(0, chosenIndex) ? 0 : -1}
          disabled={!onChange}
          onClick={() => onChange?.(group.componentGroupCode)}
        >
          <VerdictTag verdict={group.verdict} />
          <span className="grow">
            <span className="strong">{nameOf(group.componentGroupCode, group.componentGroupName)}</span>{' '}
            {group.clause !== '' && (
              <span className="mut sm">{t('warranty.clause', { clause: group.clause })}</span>
            )}
            <span className="reasons" title={reasonsText(group.reasons, t)}>
              {reasonsText(group.reasons, t)}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}
