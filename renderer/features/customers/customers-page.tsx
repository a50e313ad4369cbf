import { useMemo } from 'react';
import type { CustomerRow } from '#shared/contract/customers.contract.ts';
import { customersList } from '#shared/lists/customers.list.ts';
import { useOpen } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
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
import { CustomerFile } from './customer-file.tsx';
import { NewCustomer } from './new-customer.tsx';

const order = { by: 'name', descending: false } as const;
const shows = ['customer', 'unit', 'case'];

/** The customers: the list on the left, the file of one on the right. */
export function CustomersPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const { chosenId, rows } = useChosenRecord('customer');
  const [onlyActive, setOnlyActive] = useRemembered('customers/onlyActive', true);
  const filter = useMemo(() => (onlyActive ? { active: true } : {}), [onlyActive]);
  const columns = useMemo(() => toldColumns(customersList, drawings, t), [t]);
  const create = () => open('/customers/new');
  const newButton = may('customers.edit') && (
    <KeyButton primary label="customers.create" keys="F9" onPress={create} />
  );

  return (
    <Page title={t('shell.customers')} beside={<PlaceTabs />} acts={newButton}>
      <MasterDetail
        detailWidth={640}
        list={
          <Card fill>
            <DataGrid
              name="customers"
              title={t('customers.customers')}
              filterWords={[onlyActive ? t('customers.onlyActive') : '']}
              source={service.customers.list}
              filter={filter}
              columns={columns}
              order={order}
              {...rows}
              shows={shows}
              quickText
              filters={
                <KeyButton
                  label="customers.onlyActive"
                  chosen={onlyActive}
                  onPress={() => setOnlyActive(!onlyActive)}
                />
              }
              empty={t('customers.empty')}
              emptyAct={may('customers.edit') && <KeyButton label="customers.create" onPress={create} />}
              isFaded={(row) => !row.active}
              exportList={service.customers.exportList.call}
            />
          </Card>
        }
        detail={<Detail chosenId={chosenId} />}
      />
    </Page>
  );
}

function Detail({ chosenId }: { readonly chosenId: string | undefined }) {
  const may = useMay();
  if (chosenId === 'new') return <NewCustomer />;
  if (chosenId !== undefined) return <CustomerFile key={chosenId} id={chosenId} />;
  return <NothingChosen label={may('customers.edit') ? 'customers.choose' : 'customers.chooseToSee'} />;
}

/** How the list draws what is more than words. */
const drawings: Drawings<CustomerRow> = {
  name: {
    draw: (row) => <NameCell row={row} />,
    text: (row, t) => [row.name, importanceWord(row, t)].filter((word) => word !== '').join(' '),
  },
  telephones: { tone: () => 'mut' },
  region: { tone: () => 'mut' },
  openCaseCount: { tone: (row) => (row.openCaseCount > 0 ? 'soon' : 'mut') },
};

function NameCell({ row }: { readonly row: CustomerRow }) {
  const t = useText();
  if (row.importance === 'normal') return row.name;
  const tone = row.importance === 'watched' ? 'late' : 'acc';
  return (
    <>
      {row.name} <span className={`sm ${tone}`}>{importanceWord(row, t)}</span>
    </>
  );
}

function importanceWord({ importance }: CustomerRow, t: Text): string {
  return importance === 'normal' ? '' : t(`states.importance_${importance}`);
}
