import { PrinterOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { writtenShortcut } from '../app/keyboard/keys.ts';
import { useShortcut } from '../app/keyboard/use-shortcut.ts';
import { useText } from '../app/text.ts';
import type { ListPaperAct } from './use-list-paper.ts';

/** Ctrl+P is the paper of the record beside the list. */
const keys = 'Alt+L';

/** Lays the list on the desk as a paper. */
export function PrintButton({ print, isPending }: ListPaperAct) {
  const t = useText();
  useShortcut(keys, print, 'grid.print', { enabled: !isPending });
  return (
    <Tooltip title={isPending ? t('grid.printing') : `${t('grid.print')} ${writtenShortcut(keys)}`}>
      <Button
        type="text"
        size="small"
        icon={<PrinterOutlined />}
        aria-label={t('grid.print')}
        aria-keyshortcuts={keys}
        disabled={isPending}
        onClick={print}
      />
    </Tooltip>
  );
}
