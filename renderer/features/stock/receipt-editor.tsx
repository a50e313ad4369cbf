import { useRef } from 'react';
import { App } from 'antd';
import { dayOf } from '#shared/domain/days.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useNow } from '../../app/use-now.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Card } from '../../components/card.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { ReceiptForm } from './receipt-form.tsx';
import {
  emptyLine,
  newReceiptValues,
  receiptInputOf,
  receiptRows,
  receiptValuesOf,
  type Receipt,
} from './receipt-values.ts';
import { useBins } from './use-bins.ts';
import { useReceiptActs } from './use-receipt-acts.ts';

const blankRows = { lines: emptyLine('') };

/** Posting a draft, as the page does it: it outlives the form that asked for it. */
export interface Posting {
  readonly post: (saved: { readonly id: string; readonly version: number }) => void;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
}

/** A receipt that is not in the books yet; everything typed is kept on this PC. */
export function NewReceipt({ posting }: { readonly posting: Posting }) {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const today = dayOf(useNow());
  const wantsPost = useRef(false);
  const draft = useDraft('receipt/new', newReceiptValues(today), undefined, blankRows);
  const rows = { lines: receiptRows(useBins(draft.value.purpose)) };
  const form = useForm(draft, service.stock.draftReceipt, {
    rows,
    input: (values) => receiptInputOf(values, today),
    done: (saved) => {
      if (wantsPost.current) posting.post(saved);
      else void message.success(t('stock.draftSaved', { number: saved.number }));
      open(pathOfRecord('receipt', saved.id), { replace: true });
    },
  });
  const save = (thenPost: boolean) => {
    wantsPost.current = thenPost;
    form.save();
  };
  const discard = () => {
    draft.discard();
    open('/stock/receipts', { replace: true });
  };
  return (
    <Card fill title={t('stock.newReceiptTitle')}>
      <ReceiptForm
        form={{ ...form, save: () => save(false) }}
        postTrouble={posting.trouble}
        pending={posting.pending}
        onPost={() => save(true)}
        onDiscard={draft.isChanged ? discard : undefined}
      />
    </Card>
  );
}

/** A draft of the books: changed, posted, or given up. */
export function DraftReceipt({ receipt, posting }: { readonly receipt: Receipt; readonly posting: Posting }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const wantsPost = useRef(false);
  const { id, version } = receipt;
  const acts = useReceiptActs(receipt);
  const draft = useDraft(`receipt/${id}`, receiptValuesOf(receipt), version, blankRows);
  const rows = { lines: receiptRows(useBins(draft.value.purpose)) };
  const form = useForm(draft, service.stock.editReceipt, {
    rows,
    input: (values, onVersion) => ({ id, version: onVersion, ...receiptInputOf(values, receipt.day) }),
    done: (saved) => {
      if (wantsPost.current) posting.post(saved);
      else void message.success(t('stock.draftSaved', { number: saved.number }));
    },
  });
  const save = (thenPost: boolean) => {
    wantsPost.current = thenPost;
    form.save();
  };
  return (
    <Card
      fill
      title={receipt.number}
      tags={<Tag tone="soon">{t(`states.receiptState_${receipt.state}`)}</Tag>}
      end={<ActBar acts={acts} />}
    >
      <ActForm acts={acts} />
      <ReceiptForm
        form={{ ...form, save: () => save(false) }}
        postTrouble={posting.trouble}
        pending={posting.pending}
        onPost={() => (draft.isChanged ? save(true) : posting.post({ id, version }))}
      />
    </Card>
  );
}
