import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { KeyButton } from '../../components/key-button.tsx';

/** Opens a new receipt from any segment of the ledger. */
export function ReceiveButton() {
  const open = useOpen();
  const may = useMay();
  if (!may('stock.receive')) return null;
  return <KeyButton primary label="stock.receive" keys="F9" onPress={() => open('/stock/receipts/new')} />;
}
