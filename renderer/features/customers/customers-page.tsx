import { useMemo } from 'react';
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
import type { Column } from '../../grid/columns.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { CustomerFile } from './customer-file.tsx';
import { NewCustomer } from './new-customer.tsx';

/** A row of the list of customers. */
export type CustomerRow = Awaited<ReturnType<Service['customers']['list']['call']>>['rows'][number];

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
              exportList={(_, options) => service.customers.exportList.call(undefined, options)}
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

const columns: readonly Column<CustomerRow, 'name' | 'createdAt'>[] = [
  {
    key: 'name',
    label: 'customers.name',
    grow: 3,
    width: 150,
    sort: 'name',
    draw: (row) => <NameCell row={row} />,
    text: (row, t) => [row.name, importanceWord(row, t)].filter((word) => word !== '').join(' '),
  },
  { key: 'telephones', label: 'customers.telephones', width: 226, grow: 2, tone: () => 'mut' },
  { key: 'region', label: 'customers.region', width: 64, tone: () => 'mut' },
  { key: 'unitCount', label: 'customers.unitCount', kind: 'count', width: 56 },
  {
    key: 'openCaseCount',
    label: 'customers.openCaseCount',
    kind: 'count',
    width: 56,
    tone: (row) => (row.openCaseCount > 0 ? 'soon' : 'mut'),
  },
  {
    key: 'kind',
    label: 'customers.kind',
    width: 80,
    hidden: true,
    draw: (row) => <Word of={`customerKind_${row.kind}`} />,
    text: (row, t) => t(`states.customerKind_${row.kind}`),
  },
  {
    key: 'distanceClass',
    label: 'customers.distanceClass',
    width: 80,
    hidden: true,
    draw: (row) => <Word of={`distanceClass_${row.distanceClass}`} />,
    text: (row, t) => t(`states.distanceClass_${row.distanceClass}`),
  },
  { key: 'distanceKm', label: 'customers.distanceKm', kind: 'count', width: 100, hidden: true },
  { key: 'createdAt', label: 'customers.createdAt', kind: 'moment', sort: 'createdAt', hidden: true },
];

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

function Word({
  of,
}: {
  readonly of: `customerKind_${CustomerRow['kind']}` | `distanceClass_${CustomerRow['distanceClass']}`;
}) {
  return useText()(`states.${of}`);
}
