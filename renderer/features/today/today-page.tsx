import { defaultTimeZone } from '#shared/domain/days.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ApprovalsCard } from './approvals-card.tsx';
import { OpenCasesCard } from './open-cases-card.tsx';
import { PartsCard } from './parts-card.tsx';
import { TodayFigures } from './today-figures.tsx';
import './today.css';

/** What the host tells of the day. */
export type TodayFacts = Awaited<ReturnType<ReturnType<typeof useService>['today']['page']['call']>>;

const shows = ['case', 'contact', 'requisition', 'oldPart', 'report', 'stock', 'part'];

/** The day's work on one page: what is open, who must be called, what waits for approval, what is missing. */
export function TodayPage() {
  const t = useText();
  const service = useService();
  const [mine, setMine] = useRemembered('today/mine', false);
  const page = useAsk(service.today.page, { mine }, { shows, keepLast: true });

  return (
    <Page
      title={t('shell.today')}
      beside={<span className="mut">{writtenToday(t.language)}</span>}
      acts={
        <KeyButton chosen={mine} onPress={() => setMine(!mine)}>
          {t('today.onlyMine')}
        </KeyButton>
      }
    >
      <Asked of={page}>
        {(facts) => (
          <div className="today">
            <TodayFigures facts={facts} />
            <OpenCasesCard facts={facts} isMine={mine} />
            <div className="stack">
              <ApprovalsCard facts={facts} />
              <PartsCard facts={facts} />
            </div>
          </div>
        )}
      </Asked>
    </Page>
  );
}

function writtenToday(language: 'zh-CN' | 'en'): string {
  const written = (locale: string, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: defaultTimeZone, ...parts }).format(Date.now());
  if (language === 'en') return written('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  return `${written('zh-CN', { month: 'long', day: 'numeric' })} ${written('zh-CN', { weekday: 'long' })}`;
}
