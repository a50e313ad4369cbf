import { App } from 'antd';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Receipt } from './receipt-values.ts';

interface PanelProps {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}

/** Gives a draft up, with the reason. */
export function VoidPanel({ receipt, onClose }: PanelProps) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.stock.voidReceipt, { done: () => void message.success(t('stock.voided')) });
  const { id, version } = receipt;
  return (
    <ReasonPanel
      note={t('stock.voidNote')}
      label="stock.void"
      danger
      pending={act.pending}
      trouble={act.trouble}
      onConfirm={(reason) => void act.run({ id, version, reason })}
      onCancel={onClose}
    />
  );
}

/** Posts a receipt back, with the reason; if wanted, a new draft takes its lines over. */
export function ReversePanel({ receipt, onClose }: PanelProps) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.stock.reverseReceipt, {
    done: ({ reversalNumber, newReceiptId }) => {
      void message.success(t('stock.reversed', { number: reversalNumber }));
      if (newReceiptId !== null) open(pathOfRecord('receipt', newReceiptId));
    },
  });
  const { id, version } = receipt;
  const reverse = (reason: string, writeAnew: boolean) => void act.run({ id, version, reason, writeAnew });
  const only = (reason: string) => reverse(reason, false);
  const mayWrite = may('stock.receive');
  return (
    <ReasonPanel
      note={t('stock.reverseNote')}
      label={mayWrite ? 'stock.reverseAnew' : 'stock.reverseOnly'}
      danger={!mayWrite}
      pending={act.pending}
      trouble={act.trouble}
      other={mayWrite ? { label: 'stock.reverseOnly', onConfirm: only } : undefined}
      onConfirm={mayWrite ? (reason) => reverse(reason, true) : only}
      onCancel={onClose}
    />
  );
}
