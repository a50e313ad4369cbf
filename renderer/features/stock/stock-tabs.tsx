import { useOpen } from '../../app/navigate.ts';
import type { MessageKey } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';

const tabs = [
  { key: 'parts', label: 'stock.onHand', path: '/stock/parts' },
  { key: 'movements', label: 'stock.movements', path: '/stock/movements' },
  { key: 'receipts', label: 'stock.receipts', path: '/stock/receipts' },
  { key: 'month', label: 'stock.month', path: '/stock/month' },
  { key: 'accounts', label: 'stock.accounts', path: '/stock/accounts' },
] as const satisfies readonly { key: string; label: MessageKey; path: string }[];

/** The segments of the ledger, side by side. */
export function StockTabs({ chosen }: { readonly chosen: (typeof tabs)[number]['key'] }) {
  const open = useOpen();
  return (
    <div className="row tight">
      {tabs.map(({ key, label, path }) => (
        <KeyButton key={key} label={label} chosen={key === chosen} onPress={() => open(path)} />
      ))}
    </div>
  );
}
