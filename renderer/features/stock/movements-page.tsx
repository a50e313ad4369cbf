import { useMemo } from 'react';
import { isDay } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';
import { isFoundBy } from '#shared/domain/found-by.ts';
import { idPattern } from '#shared/domain/ids.ts';
import { movementsList } from '#shared/lists/movements.list.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { Page } from '../../components/page.tsx';
import { PartPick } from '../../components/parts/part-pick.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { CheckButton, LedgerCheck, useLedgerCheck } from './ledger-check.tsx';
import { drawings } from './movement-drawings.tsx';
import { accountText } from './movement-texts.ts';
import { ReceiveButton } from './receive-button.tsx';

const order = { by: 'sequence', descending: true } as const;
const shows = ['stock', 'part', 'stockAccount'];

/** What is looked at of the ledger; stands in the address, so that a link leads to it and Back comes here again. */
interface Looked {
  readonly partId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly fromDay?: Day | undefined;
  readonly untilDay?: Day | undefined;
  readonly documentId?: string | undefined;
}

/** The ledger: every entry, the newest first, by part, account, days, document. */
export function MovementsPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { search } = useWhereabouts();
  const looked = useMemo(() => lookedIn(search), [search]);
  const columns = useMemo(() => toldColumns(movementsList, drawings, t), [t]);
  const check = useLedgerCheck();
  const documentNumber = String(search['document'] ?? '');
  const { part, account } = useLookedAt(looked);
  const filterWords = [
    part?.number ?? '',
    account ? accountText(account) : '',
    looked.fromDay ? `${t('stock.fromDay')} ${looked.fromDay}` : '',
    looked.untilDay ? `${t('stock.untilDay')} ${looked.untilDay}` : '',
    looked.documentId ? t('stock.oneDocument', { number: documentNumber }) : '',
  ];
  const look = (change: Looked) => open(pathOf({ ...looked, ...change }), { replace: true });

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
      <Card fill>
        <DataGrid
          name="movements"
          title={`${t('shell.stock')} · ${t('stock.movements')}`}
          filterWords={filterWords}
          source={service.stock.movements}
          filter={looked}
          columns={columns}
          order={order}
          rowKey={(row) => String(row.sequence)}
          shows={shows}
          filters={<Filters looked={looked} documentNumber={documentNumber} onLook={look} />}
          onClearFilters={
            Object.keys(looked).length > 0 ? () => open(pathOf({}), { replace: true }) : undefined
          }
          empty={t('stock.movementsEmpty')}
          onOpen={(row) => open(`/stock/parts/${row.partId}`)}
          exportList={service.stock.exportMovements.call}
        />
      </Card>
    </Page>
  );
}

function Filters({
  looked,
  documentNumber,
  onLook,
}: {
  readonly looked: Looked;
  readonly documentNumber: string;
  readonly onLook: (change: Looked) => void;
}) {
  const t = useText();
  const { partId = '', fromDay, untilDay, documentId } = looked;
  const { part, accounts, account } = useLookedAt(looked);
  const matching = (text: string) =>
    accounts.filter(({ name, findable }) => isFoundBy(text, { label: name, findable })).slice(0, 20);
  return (
    <>
      <PartPick
        label={partId === '' ? '' : (part?.number ?? '…')}
        placeholder={t('stock.part')}
        width={200}
        onPick={(found) => onLook({ partId: found?.id })}
      />
      <SearchPick
        label={account ? accountText(account) : ''}
        placeholder={t('stock.account')}
        width={160}
        search={(text) => Promise.resolve(matching(text))}
        option={({ id, code, name, kind }) => ({
          key: id,
          title: accountText({ kind, code, name }),
          detail: code,
          end: t(`states.accountKind_${kind}`),
        })}
        onPick={(found) => onLook({ accountId: found?.id })}
      />
      <DayInput
        value={fromDay ?? null}
        placeholder={t('stock.fromDay')}
        width={132}
        onChange={(day) => onLook({ fromDay: day ?? undefined })}
      />
      <DayInput
        value={untilDay ?? null}
        placeholder={t('stock.untilDay')}
        width={132}
        onChange={(day) => onLook({ untilDay: day ?? undefined })}
      />
      {documentId !== undefined && (
        <span className="tag acc">
          {t('stock.oneDocument', { number: documentNumber })}{' '}
          <button
            type="button"
            className="link"
            aria-label={t('stock.allMovements')}
            onClick={() => onLook({ documentId: undefined })}
          >
            ×
          </button>
        </span>
      )}
    </>
  );
}

/** The part and the account looked at, and every account there is. */
function useLookedAt({ partId = '', accountId }: Looked) {
  const service = useService();
  const part = useAsk(service.parts.get, { id: partId }, { shows: ['part'], enabled: partId !== '' }).data;
  const accounts = useAsk(service.stock.accounts, {}, { shows: ['stockAccount'] }).data ?? [];
  return { part, accounts, account: accounts.find((one) => one.id === accountId) };
}

function lookedIn(search: Readonly<Record<string, unknown>>): Looked {
  const id = (value: unknown) => (typeof value === 'string' && idPattern.test(value) ? value : undefined);
  const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);
  const looked = {
    partId: id(search['partId']),
    accountId: id(search['accountId']),
    fromDay: day(search['fromDay']),
    untilDay: day(search['untilDay']),
    documentId: id(search['documentId']),
  };
  return Object.fromEntries(Object.entries(looked).filter(([, value]) => value !== undefined));
}

function pathOf(looked: Looked): string {
  const said = Object.entries(looked).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return said.length === 0 ? '/stock/movements' : `/stock/movements?${new URLSearchParams(said).toString()}`;
}
