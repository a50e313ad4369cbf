import { pathOfRecord } from '../../app/record-paths.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import type { CallerCard } from './contact-draft.ts';

/** What happened to the unit so far, or when there is none the last contacts; and what was promised. */
export function HistoryCard({ card, unitId }: { readonly card: CallerCard; readonly unitId: string | null }) {
  const t = useText();
  const now = useNow();
  return (
    <Card fill title={t(unitId === null ? 'contacts.historyOfCustomer' : 'contacts.historyOfUnit')}>
      <div className="scroll grow">
        {unitId === null ? <LastContacts contacts={card.lastContacts} /> : <UnitHistory unitId={unitId} />}
      </div>
      {card.promised.length > 0 && (
        <CardPart title={t('contacts.promised')} tags={<Tag tone="soon">{card.promised.length}</Tag>}>
          <div className="scroll promised">
            <table className="lines">
              <tbody>
                {card.promised.map(({ contactId, number, summary, nextCallAt }) => (
                  <OpenRow key={contactId} path={pathOfRecord('contact', contactId)}>
                    <td style={{ maxWidth: 280 }}>{summary || number}</td>
                    <td className={nextCallAt < now ? 'num late' : 'num soon'}>{t.moment(nextCallAt)}</td>
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

function UnitHistory({ unitId }: { readonly unitId: string }) {
  const t = useText();
  const service = useService();
  const unit = useAsk(service.units.get, { id: unitId }, { shows: ['unit', 'case', 'report'] });
  const history = unit.data?.history;
  if (history?.length === 0) return <p className="inside mut">{t('contacts.noHistory')}</p>;
  return (
    <table className="lines">
      <tbody>
        {history?.map((one) => (
          <OpenRow key={one.caseId} path={pathOfRecord('case', one.caseId)}>
            <td className="mut num when">{t.moment(one.openedAt)}</td>
            <td style={{ maxWidth: 210 }}>
              {one.replacedParts.length > 0 ? one.replacedParts.join('、') : one.symptom}
            </td>
            <td className="mut">
              {one.reportState === null
                ? stateWord(t, 'caseState', one.state)
                : stateWord(t, 'reportState', one.reportState)}
            </td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}

function LastContacts({ contacts }: { readonly contacts: CallerCard['lastContacts'] }) {
  const t = useText();
  if (contacts.length === 0) return <p className="inside mut">{t('contacts.noHistory')}</p>;
  return (
    <table className="lines">
      <tbody>
        {contacts.map((one) => (
          <OpenRow key={one.id} path={pathOfRecord('contact', one.id)}>
            <td className="mut num when">{t.moment(one.at)}</td>
            <td>
              <Tag>{stateWord(t, 'contactKind', one.kind)}</Tag>
              {one.state === 'void' && <Tag tone="late">{stateWord(t, 'contactState', one.state)}</Tag>}
            </td>
            <td style={{ maxWidth: 230 }} className={one.state === 'void' ? 'mut struck' : undefined}>
              {one.summary || one.number}
            </td>
            <td className="mut">{one.personName}</td>
          </OpenRow>
        ))}
      </tbody>
    </table>
  );
}
