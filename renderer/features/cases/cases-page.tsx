import { useMemo } from 'react';
import type { CaseRow } from '#shared/contract/cases.contract.ts';
import { openStates } from '#shared/domain/case-moves.ts';
import { casesList } from '#shared/lists/cases.list.ts';
import { caseStates } from '#shared/nouns/case.card.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay, usePerson } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Page } from '../../components/page.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns, type Drawings } from '../../grid/told-columns.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { CaseStateTag, urgencyTones } from '../../components/case-tags.tsx';

type Chosen = CaseState | 'open' | 'all';

const order = { by: 'openedAt', descending: true } as const;
const shows = ['case', 'customer', 'unit'];
const offered: readonly Chosen[] = ['open', 'all', ...caseStates];
/** How the list draws what is more than words. */
const drawings: Drawings<CaseRow> = {
  number: { tone: () => 'acc' },
  state: { draw: (row) => <CaseStateTag state={row.state} /> },
  urgency: { tone: (row) => urgencyTones[row.urgency] },
  productCode: { tone: () => 'mut' },
};

/** The cases: those that are open, of everybody or one's own, or any others. */
export function CasesPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const { personId } = usePerson();
  const [chosen, setChosen] = useRemembered<Chosen>('cases/state', 'open', offered);
  const [mine, setMine] = useRemembered('cases/mine', false);
  const [isWithoutOwner, setIsWithoutOwner] = useRemembered('cases/withoutOwner', false);
  const columns = useMemo(() => toldColumns(casesList, drawings, t), [t]);
  const filter = useMemo(
    () => ({
      ...(chosen === 'all' ? {} : { states: chosen === 'open' ? [...openStates] : [chosen] }),
      ...(mine ? { ownerId: personId } : {}),
      ...(isWithoutOwner ? { withoutOwner: true } : {}),
    }),
    [chosen, mine, isWithoutOwner, personId],
  );
  return (
    <Page
      title={t('shell.cases')}
      acts={
        <>
          <KeyButton
            chosen={isWithoutOwner}
            onPress={() => {
              setMine(false);
              setIsWithoutOwner(!isWithoutOwner);
            }}
          >
            {t('cases.withoutOwner')}
          </KeyButton>
          <KeyButton
            chosen={mine}
            onPress={() => {
              setIsWithoutOwner(false);
              setMine(!mine);
            }}
          >
            {t('cases.onlyMine')}
          </KeyButton>
        </>
      }
    >
      <Card fill>
        <DataGrid
          name="cases"
          title={t('shell.cases')}
          filterWords={[
            wordOf(chosen, t),
            mine ? t('cases.onlyMine') : '',
            isWithoutOwner ? t('cases.withoutOwner') : '',
          ]}
          source={service.cases.list}
          filter={filter}
          columns={columns}
          order={order}
          rowKey={(row) => row.id}
          shows={shows}
          quickText
          filters={
            <SelectInput<Chosen>
              width={130}
              value={chosen}
              choices={[
                { value: 'open', label: t('cases.open') },
                { value: 'all', label: t('cases.everything') },
                ...caseStates.map((value) => ({ value, label: stateWord(t, 'caseState', value) })),
              ]}
              onChange={(next) => setChosen(next ?? 'open')}
            />
          }
          empty={t(chosen === 'open' || chosen === 'all' ? 'cases.empty' : 'cases.nothingInState')}
          emptyAct={
            may('contacts.record') && (
              <KeyButton
                primary
                label="contacts.newCall"
                shownKeys="F2"
                onPress={() => open('/contacts/call')}
              />
            )
          }
          onOpen={(row) => open(`/cases/${row.id}`)}
          isFaded={(row) => row.state === 'void' || row.state === 'closed'}
          exportList={service.cases.exportList.call}
        />
      </Card>
    </Page>
  );
}

function wordOf(chosen: Chosen, t: Text): string {
  if (chosen === 'all') return '';
  return chosen === 'open' ? t('cases.open') : stateWord(t, 'caseState', chosen);
}
