import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { useWarranty, VerdictTag } from './warranty-light.tsx';
import type { JudgedUnit } from './warranty-light.tsx';

type Outcome = NonNullable<ReturnType<typeof useWarranty>['data']>[number];

/** What is covered today, by component group, and what is left of it. */
export function WarrantyCard({ unit }: { readonly unit: JudgedUnit }) {
  const t = useText();
  const { data } = useWarranty(unit);
  if (!data) return null;
  return (
    <Card title={t('units.warranty')} end={<span className="mut sm">{data[0]?.policyName}</span>}>
      {data.length === 0 ? (
        <EmptyState>{t('units.noWarranty')}</EmptyState>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th>{t('units.warrantyGroup')}</th>
              <th>{t('units.warranty')}</th>
              <th>{t('units.warrantyEnd')}</th>
              <th className="num">{t('units.warrantyLeft')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((group) => (
              <tr key={group.componentGroupCode}>
                <td>
                  {group.componentGroupName} <span className="mut sm">{group.clause}</span>
                </td>
                <td>
                  <VerdictTag verdict={group.verdict} />
                </td>
                <td className="mut">{group.endDay ?? '—'}</td>
                <td className="num">{leftOf(group, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** Days, kilometres and hours that are left; nothing for what is over. */
function leftOf({ verdict, daysLeft, kilometresLeft, hoursLeft }: Outcome, t: Text): string {
  if (verdict !== 'covered') return '—';
  const left = [
    daysLeft === null ? '' : t('units.daysLeft', { count: formatCount(daysLeft) }),
    kilometresLeft === null ? '' : t('units.kilometres', { count: formatCount(kilometresLeft) }),
    hoursLeft === null ? '' : t('units.hours', { count: formatCount(hoursLeft) }),
  ];
  return left.filter((text) => text !== '').join(' / ') || '—';
}
