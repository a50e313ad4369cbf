import { useMemo } from 'react';
import type { UnitRow } from '#shared/contract/units.contract.ts';
import { unitsList } from '#shared/lists/units.list.ts';
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
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import type { Drawings } from '../../grid/told-columns.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { NewUnit } from './new-unit.tsx';
import { UnitFile } from './unit-file.tsx';

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
  const columns = useMemo(() => toldColumns(unitsList, drawings, t), [t]);
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
              exportList={service.units.exportList.call}
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

/** How the list draws what is more than words. */
const drawings: Drawings<UnitRow> = {
  productCode: { tone: () => 'mut' },
  openCaseCount: { tone: (row) => (row.openCaseCount > 0 ? 'soon' : 'mut') },
  serialNumber: { tone: () => 'mut' },
};
