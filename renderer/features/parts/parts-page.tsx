import { useMemo } from 'react';
import type { PartRow } from '#shared/contract/parts.contract.ts';
import { partsList } from '#shared/lists/parts.list.ts';
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
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ReceiveButton } from '../stock/receive-button.tsx';
import { NewPart } from './part-form.tsx';
import { PartPanel } from './part-panel.tsx';

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
  const columns = useMemo(() => toldColumns(partsList, drawings, t), [t]);
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
              exportList={service.parts.exportList.call}
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

/** How the list draws what is more than words. */
const drawings: Drawings<PartRow> = {
  specification: { tone: () => 'mut' },
  modelFit: { tone: () => 'mut' },
  onHandQuantity: { tone: onHandTone },
  availableQuantity: { tone: (row) => (row.availableQuantity < 0 ? 'late' : undefined) },
  minimumQuantity: { tone: () => 'mut' },
};

/** Red: none where some should be; amber: below the minimum. */
function onHandTone(row: PartRow): 'late' | 'soon' | undefined {
  if (row.minimumQuantity === 0 || row.onHandQuantity >= row.minimumQuantity) return undefined;
  return row.onHandQuantity === 0 ? 'late' : 'soon';
}
