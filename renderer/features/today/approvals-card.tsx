import { translateAny } from '#shared/messages/translate.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useCounters } from '../../app/counters.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import type { TodayFacts } from './today-page.tsx';
import { FirstShown, ToWhole, wholeLists } from './whole-list.tsx';

/** What waits for a leader. */
export function ApprovalsCard({ facts: { toApprove } }: { readonly facts: TodayFacts }) {
  const t = useText();
  // The list shows the oldest of them; how many there are says the host.
  const counters = useCounters();
  const waiting = counters?.toApprove ?? toApprove.length;
  const requisitions = counters?.requisitionsToApprove ?? 0;
  const reports = waiting - requisitions;
  return (
    <Card
      title={t('today.toApprove')}
      tags={waiting > 0 && <Tag tone="acc">{waiting}</Tag>}
      end={
        <>
          <FirstShown shown={toApprove.length} count={waiting} />
          {requisitions > 0 && (
            <ToWhole to={wholeLists.requisitionsToApprove}>
              {t('today.requisitionsOf', { count: requisitions })}
            </ToWhole>
          )}
          {reports > 0 && (
            <ToWhole to={wholeLists.reportsToDecide}>{t('today.reportsOf', { count: reports })}</ToWhole>
          )}
        </>
      }
    >
      {toApprove.length === 0 ? (
        <p className="inside mut">{t('today.nothingToApprove')}</p>
      ) : (
        <div className="scroll">
          <table className="lines">
            <tbody>
              {toApprove.map(({ kind, id, number, summary, amountFen, verdict }) => (
                <OpenRow
                  key={`${kind}/${id}`}
                  path={pathOfRecord(kind === 'requisition' ? 'requisition' : 'report', id)}
                >
                  <td className="acc">{number}</td>
                  <td className="rest">
                    {summary || (kind === 'supplement' ? t('today.supplement') : t('today.report'))}
                    {verdict !== null && (
                      <span className={verdict === 'covered' ? 'mut' : 'soon'}>
                        {' · '}
                        {translateAny(t.language, `states.verdict_${verdict}`) ?? verdict}
                      </span>
                    )}
                  </td>
                  <td className="num">{amountFen === null ? '' : `¥${formatMoney(amountFen)}`}</td>
                </OpenRow>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
