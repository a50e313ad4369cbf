import { useMemo, useState } from 'react';
import { accountKinds } from '#shared/domain/states.ts';
import type { AccountKind } from '#shared/domain/states.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { Page } from '../../components/page.tsx';
import type { Column } from '../../grid/columns.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import type { ListQuestion } from '../../grid/use-grid-rows.ts';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { AccountCard, NewAccount } from './account-form.tsx';
import type { Account } from './account-form.tsx';
import { ReceiveButton } from './receive-button.tsx';
import { WarehousesCard } from './warehouses-card.tsx';

interface AccountFilter {
  readonly kinds?: AccountKind[] | undefined;
  readonly text?: string | undefined;
}

const order = { by: 'code', descending: false } as const;
const shows = ['stockAccount'];

/** Every place that holds parts: the list on the left; on the right the one chosen, and the warehouses. */
export function AccountsPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const chosenId = useWhereabouts().names['accountId'];
  const [kind, setKind] = useState<AccountKind | null>(null);
  const filter = useMemo((): AccountFilter => (kind === null ? {} : { kinds: [kind] }), [kind]);
  const source = useMemo(() => accountsSource(service), [service]);
  const warehouses = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] }).data;
  const columns = useMemo(
    () => accountColumns(new Map(warehouses?.map(({ id, name }) => [id, name]))),
    [warehouses],
  );
  const create = () => open('/stock/accounts/new');

  return (
    <Page
      title={t('shell.stock')}
      beside={<PlaceTabs />}
      acts={
        <>
          {may('stock.accounts') && <KeyButton label="stock.newAccount" keys="F8" onPress={create} />}
          <ReceiveButton />
        </>
      }
    >
      <MasterDetail
        list={
          <Card fill>
            <DataGrid
              name="accounts"
              title={`${t('shell.stock')} · ${t('stock.accounts')}`}
              filterWords={[kind === null ? '' : t(`states.accountKind_${kind}`)]}
              source={source}
              filter={filter}
              columns={columns}
              order={order}
              rowKey={(row) => row.id}
              shows={shows}
              quickText
              filters={
                <SelectInput
                  value={kind}
                  onChange={setKind}
                  choices={accountKinds.map((value) => ({ value, label: t(`states.accountKind_${value}`) }))}
                  emptyLabel={t('stock.allKinds')}
                  width={130}
                />
              }
              empty={t('stock.accountsEmpty')}
              selected={chosenId}
              onSelect={(row) => open(`/stock/accounts/${row.id}`, { replace: true })}
              onOpen={(row) => open(`/stock/accounts/${row.id}`)}
              isFaded={(row) => !row.active}
            />
          </Card>
        }
        detail={
          <div className="scroll">
            <div className="stack">
              <Detail chosenId={chosenId} />
              <WarehousesCard />
            </div>
          </div>
        }
      />
    </Page>
  );
}

function Detail({ chosenId }: { readonly chosenId: string | undefined }) {
  const t = useText();
  const may = useMay();
  const service = useService();
  const asked = useAsk(service.stock.accounts, {}, { shows: ['stockAccount'] });
  if (chosenId === 'new') return <NewAccount />;
  return (
    <Asked of={asked}>
      {(accounts) => {
        const account = accounts.find((one) => one.id === chosenId);
        if (account) return <AccountCard key={account.id} account={account} />;
        return (
          <Card>
            <EmptyState>
              {t(may('stock.accounts') ? 'stock.accountChoose' : 'stock.accountChooseToSee')}
            </EmptyState>
          </Card>
        );
      }}
    </Asked>
  );
}

/** The accounts are told all at once; the grid reads them page by page like any list. */
function accountsSource(service: Service): ListQuestion<AccountFilter, 'code', Account> {
  return {
    call: async ({ filter: { kinds, text }, sort, after, limit }, options) => {
      const accounts = await service.stock.accounts.call(kinds ? { kinds } : {}, options);
      const wanted = (text ?? '').toLowerCase();
      const found = accounts
        .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
        .toSorted((one, other) => compare(one, other) * (sort.descending ? -1 : 1));
      const start = Number(after ?? 0);
      const rows = found.slice(start, start + limit);
      return { rows, next: start + limit < found.length ? String(start + limit) : null };
    },
  };
}

function compare(one: Account, other: Account): number {
  return one.code < other.code ? -1 : Number(one.code > other.code);
}

/** `warehouses` by their ids. */
function accountColumns(warehouses: ReadonlyMap<string | null, string>): readonly Column<Account, 'code'>[] {
  return [
    { key: 'code', label: 'stock.code', width: 140, sort: 'code' },
    { key: 'name', label: 'common.name', width: 140, grow: 1 },
    {
      key: 'kind',
      label: 'stock.kind',
      width: 110,
      draw: (row) => <KindWord kind={row.kind} />,
      text: (row, t) => t(`states.accountKind_${row.kind}`),
    },
    {
      key: 'warehouse',
      label: 'stock.warehouse',
      width: 120,
      value: (row) => warehouses.get(row.warehouseId) ?? '',
    },
  ];
}

function KindWord({ kind }: { readonly kind: AccountKind }) {
  return useText()(`states.accountKind_${kind}`);
}
