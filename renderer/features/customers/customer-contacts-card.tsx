import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The newest calls and letters of a customer. */
export function CustomerContactsCard({ customerId }: { readonly customerId: string }) {
  const t = useText();
  const service = useService();
  const input = { filter: { customerId }, sort: { by: 'at', descending: true }, limit: 12 } as const;
  const asked = useAsk(service.contacts.list, input, { shows: ['contact'] });
  return (
    <Card title={t('customers.itsContacts')}>
      <Asked of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="inside mut">{t('customers.noContacts')}</p>
          ) : (
            <table className="lines">
              <tbody>
                {rows.map((one) => (
                  <OpenRow key={one.id} path={pathOfRecord('contact', one.id)}>
                    <td className="mut">{t.moment(one.at)}</td>
                    <td>
                      <Tag tone="acc">{t(`states.contactKind_${one.kind}`)}</Tag>
                    </td>
                    <td>{one.callerName}</td>
                    <td style={{ maxWidth: 260 }}>{one.summary}</td>
                    <td className="mut">{t(`states.contactState_${one.state}`)}</td>
                  </OpenRow>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </Card>
  );
}
