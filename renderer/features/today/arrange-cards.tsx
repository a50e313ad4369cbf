import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { TodayCardFacts } from '#shared/contract/today.contract.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { arranged, byRole, moved, toggled, type Arrangement } from './arrangement.ts';
import { titleOfCard } from './today-card.tsx';

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** The cards as a list in which the person moves and hides them. */
export function ArrangeCards({
  cards,
  arrangement,
  onArrange,
  onClose,
}: {
  readonly cards: readonly TodayCardFacts[];
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('li')?.focus();
  }, []);

  const press = (event: KeyboardEvent<HTMLLIElement>, name: string) => {
    const step = steps[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === ' ') onArrange(toggled(arrangement, name));
    else if (step !== undefined && event.altKey) onArrange(moved(cards, arrangement, name, step));
    else if (step !== undefined) beside(event.currentTarget, step)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Card
      title={t('today.arrange')}
      end={<KeyButton onPress={() => onArrange(byRole)}>{t('today.asItCame')}</KeyButton>}
    >
      <ul ref={list} className="today-arrange" aria-label={t('today.arrange')}>
        {arranged(cards, arrangement).map(({ name }, index) => {
          const title = titleOfCard(name, t);
          const isHidden = arrangement.hidden.includes(name);
          return (
            <li
              key={name}
              role="menuitemcheckbox"
              aria-checked={!isHidden}
              tabIndex={index === 0 ? 0 : -1}
              onKeyDown={(event) => press(event, name)}
              onClick={() => onArrange(toggled(arrangement, name))}
            >
              <span aria-hidden className="acc">
                {isHidden ? '○' : '●'}
              </span>
              <span className={isHidden ? 'grow mut' : 'grow'}>{title}</span>
              {([-1, 1] as const).map((step) => (
                <button
                  key={step}
                  type="button"
                  className="link"
                  tabIndex={-1}
                  aria-label={t(step === -1 ? 'today.moveUp' : 'today.moveDown', { card: title })}
                  onClick={(event) => {
                    event.stopPropagation();
                    onArrange(moved(cards, arrangement, name, step));
                  }}
                >
                  {step === -1 ? '↑' : '↓'}
                </button>
              ))}
            </li>
          );
        })}
      </ul>
      <p className="inside mut sm">{t('today.arrangeHow')}</p>
    </Card>
  );
}

function beside(line: HTMLLIElement, step: -1 | 1): HTMLElement | undefined {
  const next = step === 1 ? line.nextElementSibling : line.previousElementSibling;
  return next instanceof HTMLElement ? next : undefined;
}
