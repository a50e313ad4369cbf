import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { usePerson } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { HolderBar } from './holder-box.tsx';
import type { Holder } from './requisition-types.ts';
import { ownSegment, Segments, segments } from './segments.tsx';
import type { Segment } from './segments.tsx';
import './requisitions.css';

const shows = ['requisition', 'oldPart', 'setting'];

/** Who holds what: every technician and station with something uncleared, and the lines of the one chosen. */
export function HoldersPage() {
  const t = useText();
  const open = useOpen();
  const service = useService();
  const { permissions } = usePerson();
  const accountId = useWhereabouts().names['accountId'];
  const [, setSegment] = useRemembered<Segment>('requisitions/segment', ownSegment(permissions), segments);
  const asked = useAsk(service.requisitions.holders, undefined, { shows });
  const choose = (segment: Segment) => {
    setSegment(segment);
    open('/requisitions');
  };
  return (
    <Page title={t('shell.requisitions')} beside={<Segments chosen="holders" onChoose={choose} />}>
      <MasterDetail
        listWidth={580}
        list={
          <Card fill title={t('requisitions.holdersTitle')}>
            <Asked of={asked}>{(holders) => <HolderList holders={holders} chosen={accountId} />}</Asked>
          </Card>
        }
        detail={
          accountId === undefined ? (
            <NothingChosen label="requisitions.chooseHolderToSee" />
          ) : (
            <UnclearedCard
              key={accountId}
              accountId={accountId}
              holder={asked.data?.find((holder) => holder.accountId === accountId)}
            />
          )
        }
      />
    </Page>
  );
}

function HolderList({
  holders,
  chosen,
}: {
  readonly holders: readonly Holder[];
  readonly chosen: string | undefined;
}) {
  const t = useText();
  if (holders.length === 0) return <EmptyState>{t('requisitions.noHolders')}</EmptyState>;
  return (
    <div className="scroll">
      <table className="lines" data-testid="holders">
        <thead>
          <tr>
            <th>{t('requisitions.holder')}</th>
            <th className="num">{t('requisitions.upTo7Days')}</th>
            <th className="num">{t('requisitions.upTo30Days')}</th>
            <th className="num">{t('requisitions.older')}</th>
            <th className="num">{t('requisitions.oldest')}</th>
            <th className="num">{t('requisitions.value')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <OpenRow
              key={holder.accountId}
              path={`/requisitions/holders/${holder.accountId}`}
              isChosen={holder.accountId === chosen}
            >
              <td className="rest">
                {holder.name} <span className="mut sm">{stateWord(t, 'accountKind', holder.kind)}</span>
              </td>
              <td className="num">{pieces(holder.byAge.upTo7Days)}</td>
              <td className="num">{pieces(holder.byAge.upTo30Days)}</td>
              <td className={holder.byAge.older > 0 ? 'num soon' : 'num'}>{pieces(holder.byAge.older)}</td>
              <td className={holder.oldestDays > holder.limitDays ? 'num late' : 'num'}>
                {t('today.days', { days: holder.oldestDays })}
              </td>
              <td className={holder.unclearedFen > holder.limitFen ? 'num late' : 'num'}>
                {formatMoney(holder.unclearedFen)}
              </td>
              <td>
                <HolderBar holder={holder} />
              </td>
            </OpenRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function pieces(quantity: number): string {
  return quantity === 0 ? '—' : formatQuantity(quantity);
}

/** The uncleared lines of one holder, oldest first, each leading to its requisition. */
function UnclearedCard({
  accountId,
  holder,
}: {
  readonly accountId: string;
  readonly holder: Holder | undefined;
}) {
  const t = useText();
  const service = useService();
  const asked = useAsk(service.requisitions.uncleared, { accountId }, { shows });
  return (
    <Card
      fill
      title={holder?.name ?? t('requisitions.holder')}
      tags={holder?.overLimit && <Tag tone="late">{t('requisitions.stopped')}</Tag>}
      end={
        holder && (
          <span className="mut sm">
            {t('requisitions.limits', { limitFen: holder.limitFen, limitDays: holder.limitDays })}
          </span>
        )
      }
    >
      <Asked of={asked}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState>{t('requisitions.nothingUncleared')}</EmptyState>
          ) : (
            <div className="scroll">
              <table className="lines" data-testid="uncleared">
                <tbody>
                  {lines.map((line) => (
                    <OpenRow key={line.issueLineId} path={pathOfRecord('requisition', line.requisitionId)}>
                      <td className={holder && line.ageDays > holder.limitDays ? 'num late' : 'num'}>
                        {t('today.days', { days: line.ageDays })}
                      </td>
                      <td className="rest">
                        <div className="cut">
                          {line.partName} <span className="mut">{line.partNumber}</span>
                        </div>
                        <div className="sm cut">
                          <span className="acc">{line.requisitionNumber}</span>{' '}
                          <span className="mut">{line.caseNumber}</span>
                        </div>
                      </td>
                      <td className="num">{`${formatQuantity(line.openQuantity)} ${line.unitOfMeasure}`}</td>
                      <td className="num">{formatMoney(line.valueFen)}</td>
                      <td>
                        {line.oldPartState !== null && (
                          <Tag tone={line.oldPartState === 'due' ? 'soon' : undefined}>
                            {t('requisitions.oldPart')} {stateWord(t, 'oldPartState', line.oldPartState)}
                          </Tag>
                        )}
                      </td>
                    </OpenRow>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </Card>
  );
}
