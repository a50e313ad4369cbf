import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import type { Part } from './part-values.ts';

/** Where a part is, and what it is worth there. Choosing an account shows its entries alone. */
export function PartAccounts({
  part,
  chosenId,
  onChoose,
}: {
  readonly part: Part;
  readonly chosenId: string | undefined;
  readonly onChoose: (accountId: string | undefined) => void;
}) {
  const t = useText();
  if (part.accounts.length === 0) return <EmptyState>{t('parts.accountsEmpty')}</EmptyState>;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t('parts.account')}</th>
          <th className="num">{t('parts.quantity')}</th>
          <th className="num">{t('stock.value')}</th>
        </tr>
      </thead>
      <tbody>
        {part.accounts.map((account) => {
          const isChosen = account.accountId === chosenId;
          const choose = () => onChoose(isChosen ? undefined : account.accountId);
          return (
            <tr
              key={account.accountId}
              data-opens=""
              className={isChosen ? 'on' : undefined}
              tabIndex={0}
              aria-selected={isChosen}
              onClick={choose}
              onKeyDown={(event) => event.key === 'Enter' && choose()}
            >
              <td className="rest">{placeText(account)}</td>
              <td className="num">{formatQuantity(account.quantity)}</td>
              <td className="num">{account.valueFen === 0 ? '—' : formatMoney(account.valueFen)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A bin by its code and what it is called, every other account by its name. */
function placeText(account: Part['accounts'][number]): string {
  const { kind, code, name } = account;
  if (kind !== 'bin' || name.includes(code)) return name;
  return `${code} ${name}`;
}
