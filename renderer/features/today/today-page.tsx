import { useRef, useState } from 'react';
import { defaultTimeZone } from '#shared/domain/days.ts';
import type { TodayCardFacts } from '#shared/contract/today.contract.ts';
import { kinds } from '#shared/nouns/index.ts';
import { useMay, usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ArrangeCards } from './arrange-cards.tsx';
import { byRole, columnsOf, type Arrangement } from './arrangement.ts';
import { useReturnToRow } from './last-row.ts';
import { TodayColumn } from './today-column.tsx';
import { useArrowsToCards } from './use-arrows-to-cards.ts';
import './today.css';

/** The day's work as cards, in the order of the person's roles or as the person has arranged them. */
export function TodayPage() {
  const t = useText();
  const service = useService();
  const { roles } = usePerson();
  // Who only drives out asks for their own work first; everybody else for all of it.
  const [mine, setMine] = useRemembered('today/mine', roles.join() === 'technician');
  const [arrangement, setArrangement] = useRemembered<Arrangement>('today/arrangement', byRole);
  const [isArranging, setIsArranging] = useState(false);
  // A card may be of any noun.
  const page = useAsk(service.today.page, { mine }, { shows: [...kinds, 'stock'], keepLast: true });
  const body = useRef<HTMLDivElement>(null);
  const arrangeButton = useRef<HTMLSpanElement>(null);
  const endArranging = () => {
    setIsArranging(false);
    arrangeButton.current?.querySelector('button')?.focus();
  };
  useArrowsToCards(body);
  useReturnToRow(body, page.data !== undefined);

  return (
    <Page
      title={t('shell.today')}
      beside={
        <>
          <span className="mut">{writtenToday(t.language)}</span>
          {page.data && (
            <>
              <span className="mut sm">{t('today.contactsToday', { count: page.data.contactsToday })}</span>
              <span className="mut sm">{t('today.casesToday', { count: page.data.casesToday })}</span>
              <HiddenLate cards={page.data.cards} arrangement={arrangement} />
            </>
          )}
        </>
      }
      acts={
        <>
          <span ref={arrangeButton} className="row">
            <KeyButton chosen={isArranging} onPress={() => setIsArranging(!isArranging)}>
              {t('today.arrange')}
            </KeyButton>
          </span>
          <KeyButton chosen={mine} onPress={() => setMine(!mine)}>
            {t('today.onlyMine')}
          </KeyButton>
        </>
      }
    >
      <Asked of={page}>
        {({ cards }) => {
          const [first, second] = columnsOf(cards, arrangement);
          return (
            <div ref={body} className="today">
              <TodayColumn cards={first} isMine={mine}>
                {cards.every(({ count }) => count === 0) && <Quiet />}
              </TodayColumn>
              {isArranging ? (
                <ArrangeCards
                  cards={cards}
                  arrangement={arrangement}
                  onArrange={setArrangement}
                  onClose={endArranging}
                />
              ) : (
                <TodayColumn cards={second} isMine={mine} />
              )}
            </div>
          );
        }}
      </Asked>
    </Page>
  );
}

/** A hidden card keeps no late thing secret. */
function HiddenLate({
  cards,
  arrangement,
}: {
  readonly cards: readonly TodayCardFacts[];
  readonly arrangement: Arrangement;
}) {
  const t = useText();
  const hidden = cards.filter(({ name }) => arrangement.hidden.includes(name));
  const count = hidden.reduce((sum, { lateCount }) => sum + lateCount, 0);
  return count > 0 && <Tag tone="late">{t('today.hiddenLate', { count })}</Tag>;
}

/** Nothing waits: how to begin, to whoever sets the books up. */
function Quiet() {
  const t = useText();
  const may = useMay();
  const isBegun = may('contacts.record') || !may('people.edit');
  return <EmptyState>{t(isBegun ? 'today.quiet' : 'today.firstSteps')}</EmptyState>;
}

function writtenToday(language: 'zh-CN' | 'en'): string {
  const written = (locale: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: defaultTimeZone, ...parts }).format(Date.now());
  if (language === 'en') return written('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  return `${written('zh-CN', { month: 'long', day: 'numeric' })} ${written('zh-CN', { weekday: 'long' })}`;
}
