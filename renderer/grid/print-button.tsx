import { PrinterOutlined } from '@ant-design/icons';
import { writtenShortcut } from '../app/keyboard/keys.ts';
import { useShortcut } from '../app/keyboard/use-shortcut.ts';
import { ListButton } from './list-button.tsx';
import type { Preparing } from './use-preparing.ts';

/** Ctrl+P is the paper of the record beside the list. */
const keys = 'Alt+L';

/** Lays the list on the desk as a paper. */
export function PrintButton({ preparing }: { readonly preparing: Preparing }) {
  useShortcut(keys, preparing.start, 'grid.print', { enabled: !preparing.isPending });
  return (
    <ListButton
      label="grid.print"
      pendingLabel="grid.printing"
      keys={writtenShortcut(keys)}
      icon={<PrinterOutlined />}
      preparing={preparing}
    />
  );
}
