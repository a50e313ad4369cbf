import { formatQuantity } from '#shared/domain/quantities.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import type { TodayFacts } from './today-page.tsx';
import { WholeList, wholeLists } from './whole-list.tsx';

/** Old parts that have not come back, and parts below their minimum. */
export function PartsCard({ facts }: { readonly facts: TodayFacts }) {
  const t = useText();
  const { oldPartsDue, belowMinimum, counts } = facts;
  return (
    <Card
      fill
      title={t('today.oldPartsDue')}
      tags={
        <>
          {counts.oldPartsDue > 0 && <Tag>{counts.oldPartsDue}</Tag>}
          {counts.oldPartsOverdue > 0 && (
            <Tag tone="late">{t('today.overdue', { count: counts.oldPartsOverdue })}</Tag>
          )}
        </>
      }
      end={<WholeList shown={oldPartsDue.length} count={counts.oldPartsDue} to={wholeLists.oldPartsDue} />}
    >
      {oldPartsDue.length === 0 && <p className="inside mut">{t('today.noOldPartsDue')}</p>}
      <div className="scroll">
        <table className="lines">
          <tbody>
            {oldPartsDue.map((part) => (
              <OpenRow key={part.id} path={`/old-parts/${part.id}`}>
                <td className="rest">
                  {part.partName} {part.partNumber}
                </td>
                <td className="mut">{part.holderName}</td>
                <td className={part.overdue ? 'num late' : 'num'}>
                  {t('today.days', { days: part.ageDays })}
                </td>
              </OpenRow>
            ))}
          </tbody>
        </table>
      </div>
      {belowMinimum.length > 0 && (
        <CardPart
          title={t('today.belowMinimum')}
          tags={<Tag tone="soon">{counts.belowMinimum}</Tag>}
          end={
            <WholeList shown={belowMinimum.length} count={counts.belowMinimum} to={wholeLists.belowMinimum} />
          }
        >
          <div className="scroll">
            <table className="lines">
              <tbody>
                {belowMinimum.map((part) => (
                  <OpenRow key={part.partId} path={pathOfRecord('part', part.partId)}>
                    <td className="rest">
                      {part.name} {part.number}
                    </td>
                    <td className="num">
                      <span className={part.onHandQuantity === 0 ? 'late' : 'soon'}>
                        {formatQuantity(part.onHandQuantity)}
                      </span>
                      {` / ${formatQuantity(part.minimumQuantity)} ${part.unitOfMeasure}`}
                    </td>
                  </OpenRow>
                ))}
              </tbody>
            </table>
          </div>
        </CardPart>
      )}
    </Card>
  );
}
