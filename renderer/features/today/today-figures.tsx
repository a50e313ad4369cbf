import { formatMoney } from '#shared/domain/money.ts';
import { useText } from '../../app/text.ts';
import { FigureCard } from '../../components/card.tsx';
import type { TodayFacts } from './today-page.tsx';

/** The figures of the day. */
export function TodayFigures({ facts }: { readonly facts: TodayFacts }) {
  const t = useText();
  const { uncleared, printedNotBack, contactsToday, casesToday } = facts;
  return (
    <div className="today-figures">
      <FigureCard label={t('today.contactsToday')} figure={contactsToday} />
      <FigureCard label={t('today.casesToday')} figure={casesToday} />
      <FigureCard
        label={t('today.uncleared')}
        figure={`${uncleared.pieces} · ¥${formatMoney(uncleared.valueFen)}`}
        note={
          uncleared.pieces > 0 && (
            <span className="soon">{t('today.oldest', { days: uncleared.oldestDays })}</span>
          )
        }
      />
      <FigureCard
        label={t('today.notBack')}
        figure={printedNotBack.count}
        note={
          printedNotBack.overSevenDays > 0 && (
            <span className="late">{t('today.overSevenDays', { count: printedNotBack.overSevenDays })}</span>
          )
        }
      />
    </div>
  );
}
