import { useEffect, useMemo, useState } from 'react';
import { App } from 'antd';
import type { ReceiptRow } from '#shared/contract/stock.contract.ts';
import { receiptsList } from '#shared/lists/receipts.list.ts';
import { receiptStates } from '#shared/nouns/receipt.card.ts';
import type { ReceiptState } from '#shared/nouns/receipt.card.ts';
import { useOpen } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Tag } from '../../components/tag.tsx';
import { ListPage } from '../../grid/list-page.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { DraftReceipt, NewReceipt } from './receipt-editor.tsx';
import type { Posting } from './receipt-editor.tsx';
import { ReceiptView, receiptTones } from './receipt-view.tsx';
import './stock.css';

const order = { by: 'createdAt', descending: true } as const;
const shows = ['receipt'];

/** Goods received: the list on the left, one receipt on the right, written, posted or reversed there. */
export function ReceiptsPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const { chosenId, rows } = useChosenRecord('receipt');
  const posting = usePosting(chosenId);
  const [state, setState] = useState<ReceiptState | null>(null);
  const filter = useMemo(() => (state === null ? {} : { states: [state] }), [state]);
  const mayWrite = may('stock.receive');
  const create = () => open('/stock/receipts/new');

  return (
    <ListPage
      title={t('shell.stock')}
      paperTitle={`${t('shell.stock')} · ${t('stock.receipts')}`}
      beside={<PlaceTabs />}
      acts={mayWrite && <KeyButton label="stock.newReceipt" keys="F8" onPress={create} />}
      list={receiptsList}
      drawings={drawings}
      name="receipts"
      filterWords={[state === null ? '' : t(`states.receiptState_${state}`)]}
      source={service.stock.receipts}
      filter={filter}
      order={order}
      {...rows}
      shows={shows}
      quickText
      filters={
        <SelectInput
          value={state}
          onChange={setState}
          choices={receiptStates.map((value) => ({ value, label: t(`states.receiptState_${value}`) }))}
          emptyLabel={t('stock.allStates')}
          width={104}
        />
      }
      empty={t(mayWrite ? 'stock.receiptsEmpty' : 'stock.receiptsEmptyToSee')}
      emptyAct={mayWrite && <KeyButton label="stock.newReceipt" onPress={create} />}
      isFaded={(row) => row.state === 'void'}
      exportList={service.stock.exportReceipts.call}
      listWidth={400}
      detail={<Detail chosenId={chosenId} posting={posting} />}
    />
  );
}

function Detail({ chosenId, posting }: { readonly chosenId: string | undefined; readonly posting: Posting }) {
  const may = useMay();
  if (chosenId === 'new') return <NewReceipt posting={posting} />;
  if (chosenId !== undefined) return <Chosen key={chosenId} id={chosenId} posting={posting} />;
  return <NothingChosen label={may('stock.receive') ? 'stock.receiptChoose' : 'stock.receiptChooseToSee'} />;
}

function Chosen({ id, posting }: { readonly id: string; readonly posting: Posting }) {
  const mayAct = useMayAct('receipt');
  const service = useService();
  const asked = useAsk(service.stock.receipt, { id }, { shows: ['receipt'] });
  return (
    <Asked of={asked}>
      {(receipt) =>
        mayAct('editReceipt', receipt.state) ? (
          <DraftReceipt receipt={receipt} posting={posting} />
        ) : (
          <ReceiptView receipt={receipt} />
        )
      }
    </Asked>
  );
}

/** Posts drafts; what was refused is shown until another receipt is looked at. */
function usePosting(chosenId: string | undefined): Posting {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const [postedId, setPostedId] = useState<string>();
  const { run, pending, trouble, forget } = useAct(service.stock.postReceipt, {
    done: ({ number }) => void message.success(t('stock.posted', { number })),
  });
  useEffect(() => {
    if (chosenId !== 'new' && chosenId !== postedId) setPostedId(undefined);
  }, [chosenId, postedId]);
  return {
    post: ({ id, version }) => {
      setPostedId(id);
      forget();
      void run({ id, version });
    },
    pending,
    trouble: postedId === undefined ? null : trouble,
  };
}

const drawings: Drawings<ReceiptRow> = {
  number: { draw: (row) => <span className={row.state === 'void' ? 'struck' : ''}>{row.number}</span> },
  state: {
    draw: (row) => <StateTag state={row.state} />,
    text: (row, t) => t(`states.receiptState_${row.state}`),
  },
};

function StateTag({ state }: { readonly state: ReceiptState }) {
  const t = useText();
  return <Tag tone={receiptTones[state]}>{t(`states.receiptState_${state}`)}</Tag>;
}
