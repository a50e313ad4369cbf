import { Link } from '@tanstack/react-router';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { CardPart } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { DocumentLink } from '../stock/document-link.tsx';
import { changeSeenFrom, wayText, writtenChange } from '../stock/movement-texts.ts';
import type { Movement } from '../stock/movement-texts.ts';

/** Entries shown here; all of them are a click away. */
const shownAtMost = 100;

/** The ledger of a part, the newest entry first, as seen from the bins or from one account. */
export function PartLedger({
  partId,
  accountId,
}: {
  readonly partId: string;
  readonly accountId: string | undefined;
}) {
  const t = useText();
  const service = useService();
  const filter = { partId, ...(accountId === undefined ? {} : { accountId }) };
  const input = { filter, sort: { by: 'sequence', descending: true }, limit: shownAtMost } as const;
  const asked = useAsk(service.stock.movements, input, { shows: ['stock'], keepLast: true });
  return (
    <CardPart
      fill
      title={t('stock.movements')}
      tags={
        asked.data?.next && (
          <Link to="/stock/movements" search={filter} className="sm">
            {t('common.all')}
          </Link>
        )
      }
      end={<span className="mut sm">{t('stock.appendOnly')}</span>}
    >
      <div className="scroll">
        <Asked of={asked}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState>{t('stock.movementsEmpty')}</EmptyState>
            ) : (
              <table className="lines">
                <tbody>
                  {rows.map((movement) => (
                    <LedgerLine key={movement.sequence} movement={movement} accountId={accountId} />
                  ))}
                </tbody>
              </table>
            )
          }
        </Asked>
      </div>
    </CardPart>
  );
}

function LedgerLine({
  movement,
  accountId,
}: {
  readonly movement: Movement;
  readonly accountId: string | undefined;
}) {
  const t = useText();
  const seen = changeSeenFrom(movement, accountId);
  const tone = { '+': 'num good', '−': 'num late', '': 'num mut' }[seen.sign];
  const way = wayText(movement);
  return (
    <tr title={`${t.fullMoment(movement.at)}  ${movement.personName}`}>
      <td className="mut">{movement.day.slice(5)}</td>
      <td>
        <DocumentLink movement={movement} short />
      </td>
      <td className="rest" title={way}>
        {way}
      </td>
      <td className={tone}>{writtenChange(seen, movement.quantity)}</td>
      <td className="num">{seen.quantityAfter === null ? '' : formatQuantity(seen.quantityAfter)}</td>
    </tr>
  );
}
