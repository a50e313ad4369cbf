import { dayOf, daysBetween } from '#shared/domain/days.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { CaseStateTag, urgencyTones } from '../../components/case-tags.tsx';
import { Card, CardPart } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import type { TodayFacts } from './today-page.tsx';
import { ToWhole, WholeList, wholeLists } from './whole-list.tsx';

/** The open cases, and under them the contacts that somebody must call back to clear up. */
export function OpenCasesCard({ facts, isMine }: { readonly facts: TodayFacts; readonly isMine: boolean }) {
  const t = useText();
  const may = useMay();
  const { openCases, toBeClarified, counts } = facts;
  const isBegun = may('contacts.record') || !may('people.edit');
  return (
    <Card
      title={t('today.openCases')}
      tags={
        <>
          <Tag tone="acc">{counts.openCases}</Tag>
          <span className="mut sm">{t('today.byUrgency')}</span>
          {counts.casesWithoutOwner > 0 && (
            <ToWhole to={wholeLists.casesWithoutOwner}>
              <span className="late">{t('today.withoutOwner', { count: counts.casesWithoutOwner })}</span>
            </ToWhole>
          )}
        </>
      }
      end={<WholeList shown={openCases.length} count={counts.openCases} to={wholeLists.openCases(isMine)} />}
    >
      <div className="scroll">
        {openCases.length === 0 ? (
          <EmptyState>{t(isBegun ? 'today.noOpenCases' : 'today.firstSteps')}</EmptyState>
        ) : (
          <CaseTable cases={openCases} />
        )}
      </div>
      {toBeClarified.length > 0 && (
        <CardPart
          title={t('today.toCall')}
          tags={<Tag>{counts.toBeClarified}</Tag>}
          end={
            <WholeList
              shown={toBeClarified.length}
              count={counts.toBeClarified}
              to={wholeLists.toBeClarified}
            />
          }
        >
          <div className="scroll">
            <CallTable contacts={toBeClarified} />
          </div>
        </CardPart>
      )}
    </Card>
  );
}

function CaseTable({ cases }: { readonly cases: TodayFacts['openCases'] }) {
  const t = useText();
  const today = dayOf(useNow());
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t('common.number')}</th>
          <th>{t('today.customerAndUnit')}</th>
          <th className="spare">{t('today.faultGroup')}</th>
          <th>{t('today.symptom')}</th>
          <th>{t('today.urgency')}</th>
          <th>{t('common.state')}</th>
          <th className="num">{t('today.age')}</th>
          <th>{t('today.owner')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <OpenRow key={one.id} path={pathOfRecord('case', one.id)}>
            <td className="acc">{one.number}</td>
            <td style={{ maxWidth: '14vw' }}>
              {[one.unitPlate, one.customerName].filter(Boolean).join(' ')}
            </td>
            <td className="mut spare">
              {one.faultGroup === null ? '—' : t(`states.faultGroup_${one.faultGroup}`)}
            </td>
            <td className="rest">{one.symptom}</td>
            <td className={urgencyTones[one.urgency]}>{t(`states.urgency_${one.urgency}`)}</td>
            <td>
              <CaseStateTag state={one.state} />
            </td>
            <td className="num">{t('today.days', { days: daysBetween(dayOf(one.openedAt), today) })}</td>
            <td className={one.ownerName === '' ? 'late' : 'mut'}>{one.ownerName || t('today.noOwner')}</td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}

function CallTable({ contacts }: { readonly contacts: TodayFacts['toBeClarified'] }) {
  const t = useText();
  const now = useNow();
  return (
    <table className="lines">
      <tbody>
        {contacts.map((contact) => (
          <OpenRow key={contact.contactId} path={pathOfRecord('contact', contact.contactId)}>
            <td className="acc">{contact.number}</td>
            <td>{[contact.callerName, contact.telephone].filter(Boolean).join(' ')}</td>
            <td className="mut rest">{contact.summary}</td>
            <td className="num">
              {contact.nextCallAt === null ? (
                <span className="mut">{t('today.noTime')}</span>
              ) : (
                <span className={contact.nextCallAt < now ? 'late' : undefined}>
                  {t.moment(contact.nextCallAt)}
                </span>
              )}
            </td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}
