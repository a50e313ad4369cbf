import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { CaseStateTag } from '../../components/case-tags.tsx';

/** The newest cases of a customer. */
export function CustomerCasesCard({ customerId }: { readonly customerId: string }) {
  const t = useText();
  const service = useService();
  const input = { filter: { customerId }, sort: { by: 'openedAt', descending: true }, limit: 12 } as const;
  const asked = useAsk(service.cases.list, input, { shows: ['case'] });
  return (
    <Card title={t('customers.itsCases')}>
      <Asked of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="inside mut">{t('customers.noCases')}</p>
          ) : (
            <table className="lines">
              <tbody>
                {rows.map((one) => (
                  <OpenRow key={one.id} path={pathOfRecord('case', one.id)}>
                    <td className="mut">{t.moment(one.openedAt)}</td>
                    <td className="acc">{one.number}</td>
                    <td>{one.unitPlate}</td>
                    <td style={{ maxWidth: 200 }}>{one.symptom}</td>
                    <td>
                      <CaseStateTag state={one.state} />
                    </td>
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
