import { Link } from '@tanstack/react-router';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import { readingOf } from '../../components/unit-texts.ts';
import { WarrantyLight } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** Units shown here; all of them are a click away. */
const shownAtMost = 6;

/** The units of a customer, the newest first, each with its warranty. */
export function CustomerUnitsCard({ customerId }: { readonly customerId: string }) {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const input = {
    filter: { customerId, active: true },
    sort: { by: 'createdAt', descending: true },
    limit: shownAtMost,
  } as const;
  const asked = useAsk(service.units.list, input, { shows: ['unit', 'customer', 'product', 'case'] });
  const create = () => open(`/customers/units/new?customerId=${customerId}`);

  return (
    <Card
      title={t('customers.itsUnits')}
      tags={
        asked.data?.next && (
          <Link to="/customers/units" search={{ customerId }} className="sm">
            {t('common.all')}
          </Link>
        )
      }
      end={may('units.edit') && <KeyButton label="units.create" onPress={create} />}
    >
      <Asked of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="inside mut">{t('customers.noUnits')}</p>
          ) : (
            <table className="lines">
              <tbody>
                {rows.map((unit) => (
                  <OpenRow key={unit.id} path={pathOfRecord('unit', unit.id)}>
                    <td>{unit.plate || unit.serialNumber || '—'}</td>
                    <td className="mut">{unit.productCode}</td>
                    <td>
                      <WarrantyLight unit={unit} />
                    </td>
                    <td className="mut">{unit.saleDay}</td>
                    <td className="num">{readingOf(unit, t)}</td>
                    <td className="num">
                      {unit.openCaseCount > 0 && <Tag tone="soon">{unit.openCaseCount}</Tag>}
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
