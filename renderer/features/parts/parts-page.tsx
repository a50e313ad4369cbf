import { useMemo } from 'react';
import { useOpen } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { useScannedPart } from '../../components/parts/scanned-part.ts';
import type { Column } from '../../grid/columns.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ReceiveButton } from '../stock/receive-button.tsx';
import { NewPart } from './part-form.tsx';
import { PartPanel } from './part-panel.tsx';
import { fitText } from './part-values.ts';
import type { PartRow } from './part-values.ts';

const order = { by: 'number', descending: false } as const;
const shows = ['part', 'stock', 'stockAccount', 'requisition'];

interface Choices {
  readonly onlyActive: boolean;
  readonly belowMinimum: boolean;
  readonly warehouseId: string | null;
  readonly category: string | null;
}

const usualChoices: Choices = { onlyActive: true, belowMinimum: false, warehouseId: null, category: null };

/** The catalogue with its stock: the list on the left, one part with its accounts and entries on the right. */
export function PartsPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const { chosenId, rows } = useChosenRecord('part');
  const [choices, choose] = useRemembered('parts/choices', usualChoices);
  const filter = useMemo(() => filterOf(choices), [choices]);
  const warehouses = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data ?? [];
  const create = () => open('/stock/parts/new');
  useScannedPart((part) => open(pathOfRecord('part', part.id)));

  return (
    <Page
      title={t('shell.stock')}
      beside={
        <>
          <PlaceTabs />
          <Overview />
        </>
      }
      acts={
        <>
          {may('parts.edit') && <KeyButton label="parts.create" keys="F8" onPress={create} />}
          <ReceiveButton />
        </>
      }
    >
      <MasterDetail
        detailWidth={430}
        list={
          <Card fill>
            <DataGrid
              name="parts"
              title={`${t('shell.stock')} · ${t('stock.onHand')}`}
              filterWords={[
                warehouses.find(({ id }) => id === choices.warehouseId)?.name ?? '',
                choices.category ?? '',
                choices.onlyActive ? t('parts.onlyActive') : '',
                choices.belowMinimum ? t('parts.belowMinimum') : '',
              ]}
              source={service.parts.list}
              filter={filter}
              columns={columns}
              order={order}
              {...rows}
              shows={shows}
              quickText
              filters={<Filters choices={choices} onChoose={(change) => choose({ ...choices, ...change })} />}
              empty={t(may('parts.edit') ? 'parts.empty' : 'parts.emptyToSee')}
              emptyAct={may('parts.edit') && <KeyButton label="parts.create" onPress={create} />}
              isFaded={(row) => !row.active}
              exportList={(_, options) => service.parts.exportList.call(undefined, options)}
            />
          </Card>
        }
        detail={<Detail chosenId={chosenId} />}
      />
    </Page>
  );
}

function Detail({ chosenId }: { readonly chosenId: string | undefined }) {
  if (chosenId === 'new') return <NewPart />;
  if (chosenId !== undefined) return <PartPanel key={chosenId} id={chosenId} />;
  return <NothingChosen label="parts.choose" />;
}

/** How many parts there are, and what all of them are worth. */
function Overview() {
  const t = useText();
  const service = useService();
  const { data } = useAsk(service.parts.overview, undefined, { shows: ['part', 'stock'] });
  if (!data) return null;
  return (
    <span className="mut sm">{t('parts.overview', { count: data.partCount, valueFen: data.valueFen })}</span>
  );
}

function Filters({
  choices,
  onChoose,
}: {
  readonly choices: Choices;
  readonly onChoose: (change: Partial<Choices>) => void;
}) {
  const t = useText();
  const service = useService();
  const warehouses = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data ?? [];
  const categories = useAsk(service.parts.categories, undefined, { shows: ['part'] }).data ?? [];
  return (
    <>
      {warehouses.length > 1 && (
        <SelectInput
          value={choices.warehouseId}
          onChange={(warehouseId) => onChoose({ warehouseId })}
          choices={warehouses.map(({ id, name, findable }) => ({ value: id, label: name, findable }))}
          emptyLabel={t('parts.allWarehouses')}
          width={112}
        />
      )}
      {categories.length > 1 && (
        <SelectInput
          value={choices.category}
          onChange={(category) => onChoose({ category })}
          choices={categories.map((value) => ({ value, label: value }))}
          emptyLabel={t('parts.allCategories')}
          width={112}
        />
      )}
      <KeyButton
        label="parts.onlyActive"
        chosen={choices.onlyActive}
        onPress={() => onChoose({ onlyActive: !choices.onlyActive })}
      />
      <KeyButton
        label="parts.belowMinimum"
        chosen={choices.belowMinimum}
        onPress={() => onChoose({ belowMinimum: !choices.belowMinimum })}
      />
    </>
  );
}

function filterOf({ onlyActive, belowMinimum, warehouseId, category }: Choices) {
  return {
    ...(onlyActive ? { active: true } : {}),
    ...(belowMinimum ? { belowMinimum: true } : {}),
    ...(warehouseId === null ? {} : { warehouseId }),
    ...(category === null ? {} : { category }),
  };
}

const columns: readonly Column<PartRow, 'number' | 'name' | 'category' | 'createdAt'>[] = [
  { key: 'number', label: 'parts.number', width: 118, sort: 'number' },
  { key: 'name', label: 'parts.name', width: 120, grow: 2, sort: 'name' },
  {
    key: 'fit',
    label: 'parts.fit',
    width: 90,
    grow: 1,
    value: fitText,
    tone: () => 'mut',
  },
  { key: 'bins', label: 'parts.bins', width: 70 },
  { key: 'onHandQuantity', label: 'parts.onHand', kind: 'quantity', width: 56, tone: onHandTone },
  {
    key: 'availableQuantity',
    label: 'parts.available',
    kind: 'quantity',
    width: 56,
    tone: (row) => (row.availableQuantity < 0 ? 'late' : undefined),
  },
  { key: 'outsideQuantity', label: 'parts.outside', kind: 'quantity', width: 52 },
  { key: 'minimumQuantity', label: 'parts.minimum', kind: 'quantity', width: 50, tone: () => 'mut' },
  { key: 'averageCostFen', label: 'parts.averageCost', kind: 'money', width: 86 },
  { key: 'category', label: 'parts.category', width: 90, sort: 'category', hidden: true },
  { key: 'supplier', label: 'parts.supplier', width: 120, hidden: true },
  { key: 'unitOfMeasure', label: 'parts.unitOfMeasure', width: 60, hidden: true },
  { key: 'priceFen', label: 'parts.price', kind: 'money', width: 88, hidden: true },
];

/** Red: none where some should be; amber: below the minimum. */
function onHandTone(row: PartRow): 'late' | 'soon' | undefined {
  if (row.minimumQuantity === 0 || row.onHandQuantity >= row.minimumQuantity) return undefined;
  return row.onHandQuantity === 0 ? 'late' : 'soon';
}
