import { useMemo } from 'react';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { nameOfUnit } from '../../components/unit-texts.ts';
import type { Column } from '../../grid/columns.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { NewUnit } from './new-unit.tsx';
import { UnitFile } from './unit-file.tsx';

/** A row of the list of units. */
export type UnitRow = Awaited<ReturnType<Service['units']['list']['call']>>['rows'][number];

const order = { by: 'createdAt', descending: true } as const;
const shows = ['unit', 'customer', 'product', 'case'];

/** The delivered units: the list on the left, the file of one on the right. */
export function UnitsPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const { search } = useWhereabouts();
  const customerId = typeof search['customerId'] === 'string' ? search['customerId'] : undefined;
  const [onlyActive, setOnlyActive] = useRemembered('units/onlyActive', true);
  const [productId, setProductId] = useRemembered('units/productId', '');
  const filter = useMemo(
    () => ({
      ...(onlyActive ? { active: true } : {}),
      ...(productId === '' ? {} : { productId }),
      ...(customerId === undefined ? {} : { customerId }),
    }),
    [onlyActive, productId, customerId],
  );
  const products = useAsk(service.units.products, undefined, { shows: ['product'] }).data ?? [];
  const customer = useAsk(
    service.customers.get,
    { id: customerId ?? '' },
    { shows: ['customer'], enabled: customerId !== undefined },
  ).data;
  const behind = customerId === undefined ? '' : `?customerId=${customerId}`;
  const { chosenId, rows } = useChosenRecord('unit', behind);
  const create = () => open(`/customers/units/new${behind}`);

  return (
    <Page
      title={t('shell.customers')}
      beside={
        <>
          <PlaceTabs />
          {customerId !== undefined && <CustomerFilter name={customer?.name ?? '…'} />}
        </>
      }
      acts={may('units.edit') && <KeyButton primary label="units.create" keys="F9" onPress={create} />}
    >
      <MasterDetail
        detailWidth={640}
        list={
          <Card fill>
            <DataGrid
              name="units"
              title={t('units.units')}
              filterWords={[
                onlyActive ? t('units.onlyActive') : '',
                products.find((product) => product.id === productId)?.code ?? '',
                customer?.name ?? '',
              ]}
              source={service.units.list}
              filter={filter}
              columns={columns}
              order={order}
              {...rows}
              shows={shows}
              quickText
              filters={
                <>
                  <SelectInput
                    width={130}
                    value={products.some((product) => product.id === productId) ? productId : null}
                    onChange={(product) => setProductId(product ?? '')}
                    choices={products.map(({ id, code, findable }) => ({ value: id, label: code, findable }))}
                    emptyLabel={t('units.allModels')}
                  />
                  <KeyButton
                    label="units.onlyActive"
                    chosen={onlyActive}
                    onPress={() => setOnlyActive(!onlyActive)}
                  />
                </>
              }
              empty={t('units.empty')}
              emptyAct={may('units.edit') && <KeyButton label="units.create" onPress={create} />}
              isFaded={(row) => !row.active}
              exportList={(_, options) => service.units.exportList.call(undefined, options)}
            />
          </Card>
        }
        detail={<Detail chosenId={chosenId} customerId={customerId} />}
      />
    </Page>
  );
}

function Detail({
  chosenId,
  customerId,
}: {
  readonly chosenId: string | undefined;
  readonly customerId: string | undefined;
}) {
  const may = useMay();
  if (chosenId === 'new') return <NewUnit key={customerId ?? ''} customerId={customerId} />;
  if (chosenId !== undefined) return <UnitFile key={chosenId} id={chosenId} />;
  return <NothingChosen label={may('units.edit') ? 'units.choose' : 'units.chooseToSee'} />;
}

/** Says whose units are shown, and shows all of them again. */
function CustomerFilter({ name }: { readonly name: string }) {
  const t = useText();
  const open = useOpen();
  return (
    <KeyButton chosen onPress={() => open('/customers/units')}>
      {t('units.ofCustomer', { name })} ×
    </KeyButton>
  );
}

const columns: readonly Column<UnitRow, 'createdAt' | 'saleDay'>[] = [
  { key: 'plate', label: 'units.numbers', width: 118, value: nameOfUnit },
  { key: 'productCode', label: 'units.productCode', width: 110, tone: () => 'mut' },
  { key: 'customerName', label: 'units.customer', grow: 1, width: 130 },
  { key: 'mileageKm', label: 'units.mileageKm', kind: 'count', width: 92 },
  {
    key: 'openCaseCount',
    label: 'units.openCaseCount',
    kind: 'count',
    width: 56,
    tone: (row) => (row.openCaseCount > 0 ? 'soon' : 'mut'),
  },
  { key: 'serialNumber', label: 'units.serialNumber', width: 180, tone: () => 'mut', hidden: true },
  { key: 'saleDay', label: 'units.saleDay', kind: 'day', sort: 'saleDay', hidden: true },
  { key: 'operatingHours', label: 'units.operatingHours', kind: 'count', width: 92, hidden: true },
  { key: 'createdAt', label: 'units.createdAt', kind: 'moment', sort: 'createdAt', hidden: true },
];
