import { useMemo, useState } from 'react';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { MonthLine } from '#shared/contract/stock.contract.ts';
import { addDays, addMonths, dayOf, monthOf, type Month } from '#shared/domain/days.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { monthRowsList } from '#shared/lists/month-rows.list.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useText, type Text } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Card, FigureCard } from '../../components/card.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns, type Drawings } from '../../grid/told-columns.tsx';
import type { ListQuestion } from '../../grid/use-grid-rows.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService, type Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { CheckButton, LedgerCheck, useLedgerCheck } from './ledger-check.tsx';
import { ReceiveButton } from './receive-button.tsx';
import './stock.css';

type Statement = Awaited<ReturnType<Service['stock']['month']['call']>>;
/** A line of the list: a part, or in money alone the whole and the places that it is made of. */
type Line = MonthLine & { readonly key: string; readonly place?: Statement['places'][number] };

interface MonthFilter {
  readonly month: Month;
  readonly warehouseId?: string | undefined;
  readonly onlyHolders?: boolean | undefined;
  readonly onlyMoved?: boolean | undefined;
}

/** Chosen in place of a warehouse: what lies in none. */
const holders = 'holders';

const order = { by: 'partNumber', descending: false } as const;
const shows = ['stock', 'part', 'stockAccount'];

/** The in-out-stock statement of a month, over the house or one warehouse; a line leads to its entries. */
export function MonthPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { search } = useWhereabouts();
  const [warehouseId, setWarehouseId] = useRemembered('stock/monthWarehouse', '');
  const [onlyMoved, setOnlyMoved] = useRemembered('stock/monthOnlyMoved', false);
  const now = useNow();
  const month = monthIn(search['month']) ?? monthOf(dayOf(now));
  const filter = useMemo(
    () => ({ month, ...scopeOf(warehouseId), ...(onlyMoved ? { onlyMoved } : {}) }),
    [month, warehouseId, onlyMoved],
  );
  const columns = useMemo(() => toldColumns(monthRowsList, drawings, t), [t]);
  const warehouses = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data ?? [];
  const [totals, setTotals] = useState<Statement['totals']>();
  const check = useLedgerCheck();
  const [sums, setSums] = useState(0);
  const source = useMemo(() => statementSource(service, t, setTotals, setSums), [service, t]);
  const show = (next: Month) => open(`/stock/month?month=${next}`, { replace: true });
  const openLine = ({ partId, place }: Line) => {
    if (place) return setWarehouseId(placeChoice(place) ?? warehouseId);
    if (partId === undefined) return;
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
          filterWords={[
            month,
            warehouseId === holders
              ? t('stock.monthHolders')
              : (warehouses.find(({ id }) => id === warehouseId)?.name ?? ''),
            onlyMoved ? t('stock.monthOnlyMoved') : '',
          ]}
          source={source}
          uncounted={sums}
          filter={filter}
          columns={columns}
          order={order}
          rowKey={(row) => row.key}
          shows={shows}
          filters={
            <>
              <MonthChoice month={month} onChoose={show} />
              <WarehouseChoice value={warehouseId} onChoose={setWarehouseId} />
              <KeyButton
                label="stock.monthOnlyMoved"
                chosen={onlyMoved}
                onPress={() => setOnlyMoved(!onlyMoved)}
              />
              <span className="mut sm cut" title={t('stock.monthNote')}>
                {t('stock.monthNote')}
              </span>
            </>
          }
          empty={t('stock.monthEmpty')}
          onOpen={openLine}
          exportList={({ columns: shown }, options) =>
            service.stock.exportMonth.call({ ...filter, columns: shown }, options)
          }
          printList={({ columns: shown }, options) =>
            service.papers.month.call({ ...filter, columns: shown, language: t.language }, options)
          }
        />
      </Card>
    </Page>
  );
}

function Totals({ totals }: { readonly totals: Statement['totals'] | undefined }) {
  const t = useText();
  const figures = [
    { label: t('fields.openingFen'), fen: totals?.openingFen },
    { label: t('fields.inFen'), fen: totals?.inFen },
    { label: t('fields.outFen'), fen: totals?.outFen },
    { label: t('fields.closingFen'), fen: totals?.closingFen },
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
    <div className="row tight fixed">
      <KeyButton label="stock.monthBefore" onPress={() => onChoose(beside(-1))}>
        ‹
      </KeyButton>
      <DatePicker
        picker="month"
        allowClear={false}
        aria-label={t('stock.month')}
        style={{ width: 112, flexShrink: 0 }}
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
      choices={[
        ...warehouses.map(({ id, name, findable }) => ({ value: id, label: name, findable })),
        { value: holders, label: t('stock.monthHolders') },
      ]}
      emptyLabel={t('parts.allWarehouses')}
      width={130}
    />
  );
}

/** The statement as a list of the grid; its totals come with every page, and at its end stand the total and the places. */
function statementSource(
  service: Service,
  t: Text,
  onTotals: (totals: Statement['totals']) => void,
  onSums: (count: number) => void,
): ListQuestion<MonthFilter, 'partNumber', Line> {
  return {
    call: async ({ filter, after, limit }, options) => {
      const input = { ...filter, limit, ...(after === undefined ? {} : { after }) };
      const { rows, next, totals, places } = await service.stock.month.call(input, options);
      onTotals(totals);
      const lines: Line[] = rows.map((row) => ({ ...row, key: row.partId }));
      const isEmpty = rows.length === 0 && after === undefined;
      if (isEmpty) onSums(0);
      if (next !== null || isEmpty) return { rows: lines, next };
      const end: Line[] = places.map((place) => ({
        ...place,
        place,
        key: place.warehouseId ?? place.kind,
        partName: t(`stock.monthPlace_${place.kind}`, { name: place.name }),
      }));
      onSums(1 + end.length);
      return {
        rows: [
          ...lines,
          {
            key: 'total',
            partName: t(filter.onlyMoved ? 'stock.monthTotalOfAll' : 'stock.monthTotal'),
            ...totals,
          },
          ...end,
        ],
        next,
      };
    },
  };
}

function scopeOf(choice: string): Omit<MonthFilter, 'month'> {
  if (choice === '') return {};
  return choice === holders ? { onlyHolders: true } : { warehouseId: choice };
}

/** What to choose to see the place alone; nothing does for what moved between places. */
function placeChoice({ kind, warehouseId }: Statement['places'][number]): string | undefined {
  return kind === 'between' ? undefined : (warehouseId ?? holders);
}

function monthIn(value: unknown): Month | undefined {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

const drawings: Drawings<MonthLine> = {
  partName: { tone: ({ partId }) => (partId ? undefined : 'acc') },
  unitOfMeasure: { tone: () => 'mut' },
  inQuantity: { value: (row) => row.inQuantity || null },
  inFen: { value: (row) => row.inFen || null },
  outQuantity: { value: (row) => row.outQuantity || null },
  outFen: { value: (row) => row.outFen || null },
};
