import { translateAny } from '#shared/messages/translate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import type { TodayFacts } from './today-page.tsx';

/** The open cases, and under them the contacts that somebody must call back to clear up. */
export function OpenCasesCard({ facts }: { readonly facts: TodayFacts }) {
  const t = useText();
  const { openCases, toBeClarified } = facts;
  return (
    <Card
      title={t('today.openCases')}
      tags={<Tag tone="acc">{openCases.length}</Tag>}
      end={<span className="mut sm">{t('today.byOpening')}</span>}
    >
      <div className="scroll">
        {openCases.length === 0 ? (
          <EmptyState>{t('today.noOpenCases')}</EmptyState>
        ) : (
          <CaseTable cases={openCases} />
        )}
      </div>
      {toBeClarified.length > 0 && (
        <CardPart title={t('today.toCall')} tags={<Tag>{toBeClarified.length}</Tag>}>
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
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t('common.number')}</th>
          <th>{t('today.customerAndUnit')}</th>
          <th>{t('today.faultGroup')}</th>
          <th>{t('today.symptom')}</th>
          <th>{t('common.state')}</th>
          <th>{t('today.openedAt')}</th>
          <th>{t('today.owner')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <OpenRow key={one.id} path={pathOfRecord('case', one.id)}>
            <td className="acc">{one.number}</td>
            <td>{[one.unitPlate, one.customerName].filter(Boolean).join(' ')}</td>
            <td className="mut">{one.faultGroup === null ? '—' : word(t, 'faultGroup', one.faultGroup)}</td>
            <td className="rest">{one.symptom}</td>
            <td>
              <Tag tone={one.urgency === 'outOfService' ? 'late' : undefined}>
                {word(t, 'caseState', one.state)}
              </Tag>
            </td>
            <td className="mut">{t.moment(one.openedAt)}</td>
            <td className="mut">{one.ownerName || t('today.noOwner')}</td>
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

function word(t: Text, list: string, value: string): string {
  return translateAny(t.language, `states.${list}_${value}`) ?? value;
}
