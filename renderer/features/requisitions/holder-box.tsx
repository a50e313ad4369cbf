import { Link } from '@tanstack/react-router';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { UsedBar } from '../../components/tag.tsx';
import type { Requisition } from './requisition-types.ts';

/** What the holder has drawn and not accounted for, against the limits of the firm; one click to the lines. */
export function HolderBox({ holder }: { readonly holder: Requisition['holder'] }) {
  const t = useText();
  const { accountId, name, unclearedQuantity, unclearedFen, oldestDays, limitFen, limitDays } = holder;
  return (
    <Card>
      <div className="inside" data-testid="holder">
        <Link className="strong" to={`/requisitions/holders/${accountId}`}>
          {t('requisitions.holderUncleared', { holder: name })}
        </Link>
        <div>
          {unclearedQuantity === 0
            ? t('requisitions.nothingUncleared')
            : t('requisitions.unclearedOf', {
                unclearedQuantity,
                unclearedFen,
                oldestDays,
                limitDays,
                limitFen,
              })}
        </div>
        {unclearedQuantity > 0 && <HolderBar holder={holder} />}
      </div>
    </Card>
  );
}

/** How much of the limits is used up: the worse of value and age. */
export function HolderBar({
  holder: { unclearedFen, limitFen, oldestDays, limitDays, overLimit },
}: {
  readonly holder: Pick<
    Requisition['holder'],
    'unclearedFen' | 'limitFen' | 'oldestDays' | 'limitDays' | 'overLimit'
  >;
}) {
  const used = Math.max(partOf(unclearedFen, limitFen), partOf(oldestDays, limitDays));
  return <UsedBar used={used} tone={overLimit ? 'late' : used >= 0.7 ? 'soon' : undefined} />;
}

function partOf(used: number, limit: number): number {
  if (used === 0) return 0;
  return limit === 0 ? 1 : used / limit;
}
