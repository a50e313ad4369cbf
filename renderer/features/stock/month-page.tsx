import { useMemo, useState } from 'react';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { addDays, addMonths, dayOf, monthOf } from '#shared/domain/days.ts';
import type { Month } from '#shared/domain/days.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Card, FigureCard } from '../../components/card.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import type { Column } from '../../grid/columns.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { ListQuestion } from '../../grid/use-grid-rows.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { CheckButton, LedgerCheck, useLedgerCheck } from './ledger-check.tsx';
import { ReceiveButton } from './receive-button.tsx';
import './stock.css';

type Statement = Awaited<ReturnType<Service['stock']['month']['call']>>;
type MonthRow = Statement['rows'][number];

interface MonthFilter {
  readonly month: Month;
  readonly warehouseId?: string | undefined;
}

const order = { by: 'partNumber', descending: false } as const;
const shows = ['stock', 'part', 'stockAccount'];

/** The in-out-stock statement of a month, over the house or one warehouse; a line leads to its entries. */
export function MonthPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { search } = useWhereabouts();
  const [warehouseId, setWarehouseId] = useRemembered('stock/monthWarehouse', '');
  const now = useNow();
  const month = monthIn(search['month']) ?? monthOf(dayOf(now));
  const filter = useMemo(
    () => ({ month, ...(warehouseId === '' ? {} : { warehouseId }) }),
    [month, warehouseId],
  );
  const warehouses = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data ?? [];
  const [totals, setTotals] = useState<Statement['totals']>();
  const check = useLedgerCheck();
  const source = useMemo(() => statementSource(service, setTotals), [service]);
  const show = (next: Month) => open(`/stock/month?month=${next}`, { replace: true });
  const entriesOf = ({ partId }: MonthRow) => {
    const days = { fromDay: `${month}-01`, untilDay: addDays(addMonths(`${month}-01`, 1), -1) };
    open(`/stock/movements?${new URLSearchParams({ partId, ...days }).toString()}`);
  };

  return (
    <Page
      title={t('shell.stock')}
      beside={<PlaceTabs />}
      acts={
        <>
          <CheckButton check={check} />
          <ReceiveButton />
        </>
      }
    >
      <LedgerCheck check={check} />
      <Totals totals={totals} />
      <Card fill>
        <DataGrid
          name="month"
          title={`${t('shell.stock')} · ${t('stock.month')}`}
          filterWords={[month, warehouses.find(({ id }) => id === warehouseId)?.name ?? '']}
          source={source}
          filter={filter}
          columns={columns}
          order={order}
          rowKey={(row) => row.partId}
          shows={shows}
          filters={
            <>
              <MonthChoice month={month} onChoose={show} />
              <WarehouseChoice value={warehouseId} onChoose={setWarehouseId} />
              <span className="mut sm cut">{t('stock.monthNote')}</span>
            </>
          }
          empty={t('stock.monthEmpty')}
          onOpen={entriesOf}
          exportList={(_, options) => service.stock.exportMonth.call(filter, options)}
        />
      </Card>
    </Page>
  );
}

function Totals({ totals }: { readonly totals: Statement['totals'] | undefined }) {
  const t = useText();
  const figures = [
    { label: t('stock.openingValue'), fen: totals?.openingFen },
    { label: t('stock.inValue'), fen: totals?.inFen },
    { label: t('stock.outValue'), fen: totals?.outFen },
    { label: t('stock.closingValue'), fen: totals?.closingFen },
  ];
  return (
    <div className="figures-of-four">
      {figures.map(({ label, fen }) => (
        <FigureCard key={label} label={label} figure={fen === undefined ? '…' : `¥${formatMoney(fen)}`} />
      ))}
    </div>
  );
}

function MonthChoice({
  month,
  onChoose,
}: {
  readonly month: Month;
  readonly onChoose: (month: Month) => void;
}) {
  const t = useText();
  const beside = (months: number) => monthOf(addMonths(`${month}-01`, months));
  return (
    <div className="row tight">
      <KeyButton label="stock.monthBefore" onPress={() => onChoose(beside(-1))}>
        ‹
      </KeyButton>
      <DatePicker
        picker="month"
        allowClear={false}
        aria-label={t('stock.month')}
        style={{ width: 112 }}
        value={dayjs(`${month}-01`)}
        onChange={(chosen) => chosen && onChoose(chosen.format('YYYY-MM'))}
      />
      <KeyButton label="stock.monthAfter" onPress={() => onChoose(beside(1))}>
        ›
      </KeyButton>
    </div>
  );
}

function WarehouseChoice({
  value,
  onChoose,
}: {
  readonly value: string;
  readonly onChoose: (id: string) => void;
}) {
  const t = useText();
  const service = useService();
  const warehouses = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data ?? [];
  return (
    <SelectInput
      value={value === '' ? null : value}
      onChange={(id) => onChoose(id ?? '')}
      choices={warehouses.map(({ id, name, findable }) => ({ value: id, label: name, findable }))}
      emptyLabel={t('parts.allWarehouses')}
      width={130}
    />
  );
}

/** The statement as a list of the grid; its totals come with every page. */
function statementSource(
  service: Service,
  onTotals: (totals: Statement['totals']) => void,
): ListQuestion<MonthFilter, 'partNumber', MonthRow> {
  return {
    call: async ({ filter, after, limit }, options) => {
      const input = { ...filter, limit, ...(after === undefined ? {} : { after }) };
      const { rows, next, totals } = await service.stock.month.call(input, options);
      onTotals(totals);
      return { rows, next };
    },
  };
}

function monthIn(value: unknown): Month | undefined {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

const columns: readonly Column<MonthRow, 'partNumber'>[] = [
  { key: 'partNumber', label: 'parts.number', width: 130 },
  { key: 'partName', label: 'parts.name', width: 120, grow: 1 },
  { key: 'unitOfMeasure', label: 'parts.unitOfMeasure', width: 52, tone: () => 'mut' },
  { key: 'openingQuantity', label: 'stock.openingQuantity', kind: 'quantity', width: 88 },
  { key: 'openingFen', label: 'stock.openingValue', kind: 'money', width: 108 },
  {
    key: 'inQuantity',
    label: 'stock.inQuantity',
    kind: 'quantity',
    width: 88,
    value: (row) => row.inQuantity || null,
  },
  { key: 'inFen', label: 'stock.inValue', kind: 'money', width: 108, value: (row) => row.inFen || null },
  {
    key: 'outQuantity',
    label: 'stock.outQuantity',
    kind: 'quantity',
    width: 88,
    value: (row) => row.outQuantity || null,
  },
  { key: 'outFen', label: 'stock.outValue', kind: 'money', width: 108, value: (row) => row.outFen || null },
  { key: 'closingQuantity', label: 'stock.closingQuantity', kind: 'quantity', width: 88 },
  { key: 'closingFen', label: 'stock.closingValue', kind: 'money', width: 108 },
];
