import { useEffect, useMemo, useState } from 'react';
import { App } from 'antd';
import { receiptStates } from '#shared/nouns/receipt.card.ts';
import type { ReceiptState } from '#shared/nouns/receipt.card.ts';
import { useOpen } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Column } from '../../grid/columns.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { DraftReceipt, NewReceipt } from './receipt-editor.tsx';
import type { Posting } from './receipt-editor.tsx';
import { ReceiptView, receiptTones } from './receipt-view.tsx';
import './stock.css';

type ReceiptRow = Awaited<ReturnType<Service['stock']['receipts']['call']>>['rows'][number];

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
  const create = () => open('/stock/receipts/new');
  const newButton = may('stock.receive') && <KeyButton label="stock.newReceipt" keys="F8" onPress={create} />;

  return (
    <Page title={t('shell.stock')} beside={<PlaceTabs />} acts={newButton}>
      <MasterDetail
        listWidth={400}
        list={
          <Card fill>
            <DataGrid
              name="receipts"
              title={`${t('shell.stock')} · ${t('stock.receipts')}`}
              filterWords={[state === null ? '' : t(`states.receiptState_${state}`)]}
              source={service.stock.receipts}
              filter={filter}
              columns={columns}
              order={order}
              {...rows}
              shows={shows}
              quickText
              filters={
                <SelectInput
                  value={state}
                  onChange={setState}
                  choices={receiptStates.map((value) => ({
                    value,
                    label: t(`states.receiptState_${value}`),
                  }))}
                  emptyLabel={t('stock.allStates')}
                  width={104}
                />
              }
              empty={t(may('stock.receive') ? 'stock.receiptsEmpty' : 'stock.receiptsEmptyToSee')}
              emptyAct={may('stock.receive') && <KeyButton label="stock.newReceipt" onPress={create} />}
              isFaded={(row) => row.state === 'void'}
            />
          </Card>
        }
        detail={<Detail chosenId={chosenId} posting={posting} />}
      />
    </Page>
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

const columns: readonly Column<ReceiptRow, 'createdAt'>[] = [
  {
    key: 'number',
    label: 'common.number',
    width: 122,
    draw: (row) => <span className={row.state === 'void' ? 'struck' : ''}>{row.number}</span>,
  },
  { key: 'supplier', label: 'stock.supplier', width: 64, grow: 1 },
  { key: 'amountFen', label: 'stock.amount', kind: 'money', width: 106 },
  {
    key: 'state',
    label: 'common.state',
    width: 84,
    draw: (row) => <StateTag state={row.state} />,
    text: (row, t) => t(`states.receiptState_${row.state}`),
  },
  { key: 'day', label: 'stock.day', kind: 'day', hidden: true },
  {
    key: 'purpose',
    label: 'stock.purpose',
    width: 90,
    hidden: true,
    draw: (row) => <PurposeWord purpose={row.purpose} />,
    text: (row, t) => t(`states.receiptPurpose_${row.purpose}`),
  },
  { key: 'lineCount', label: 'stock.lineCount', kind: 'count', width: 60, hidden: true },
  { key: 'createdAt', label: 'stock.createdAt', kind: 'moment', sort: 'createdAt', hidden: true },
  { key: 'createdByName', label: 'stock.createdBy', width: 80, hidden: true },
];

function StateTag({ state }: { readonly state: ReceiptState }) {
  const t = useText();
  return <Tag tone={receiptTones[state]}>{t(`states.receiptState_${state}`)}</Tag>;
}

function PurposeWord({ purpose }: { readonly purpose: ReceiptRow['purpose'] }) {
  return useText()(`states.receiptPurpose_${purpose}`);
}
