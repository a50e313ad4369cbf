import { useActs } from '../../components/acts/use-acts.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import type { Receipt } from './receipt-values.ts';

/** What can be done with a receipt beside writing it: a draft is given up, a posted one is posted back. */
export function useReceiptActs(receipt: Receipt) {
  const t = useText();
  const open = useOpen();
  const mayWrite = useMay()('stock.receive');
  const { stock } = useService();
  const anew = { label: 'stock.reverseAnew', with: { writeAnew: true } } as const;
  const only = { label: 'stock.reverseOnly', danger: true, with: { writeAnew: false } } as const;
  return useActs('receipt', receipt, stock, {
    editReceipt: false,
    postReceipt: false,
    voidReceipt: { danger: true },
    reverseReceipt: {
      start: {},
      ways: mayWrite ? [anew, only] : [only],
      said: ({ reversalNumber }) => t('stock.reverseReceiptDone', { number: reversalNumber }),
      // A new draft has taken the lines over.
      done: ({ newReceiptId }) => newReceiptId !== null && open(pathOfRecord('receipt', newReceiptId)),
    },
  });
}
