import { useMemo, useState } from 'react';
import type { DutyRow } from '#shared/contract/duties.contract.ts';
import {
  dutyKinds,
  dutyScopes,
  dutyStates,
  type DutyKind,
  type DutyScope,
  type DutyState,
} from '#shared/domain/duties.ts';
import { dutiesList } from '#shared/lists/duties.list.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { ListPage, Segments } from '../../grid/list-page.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { BellButton } from './bell-button.tsx';
import { DutyCard } from './duty-card.tsx';
import { drawings } from './duty-drawings.tsx';

const firstDue = { by: 'dueAt', descending: false } as const;
const lastDue = { by: 'dueAt', descending: true } as const;
const shows = ['duty'];
const kindsOffered: readonly (DutyKind | 'any')[] = ['any', ...dutyKinds];

/** What somebody owes: one's own, those of the team, or all; Enter opens the record. */
export function DutiesPage() {
  const t = useText();
  const open = useOpen();
  const may = useMay();
  const service = useService();
  const [chosen, setChosen] = useState<DutyRow>();
  const [wantedScope, setScope] = useRemembered<DutyScope>('duties/scope', 'mine', dutyScopes);
  const [state, setState] = useRemembered<DutyState>('duties/state', 'open', dutyStates);
  const [kind, setKind] = useRemembered<DutyKind | 'any'>('duties/kind', 'any', kindsOffered);
  const scopes = dutyScopes.filter((one) => one !== 'all' || may('duties.lead'));
  // Somebody else at this PC may lead nobody.
  const scope = scopes.includes(wantedScope) ? wantedScope : 'mine';
  const filter = useMemo(() => ({ scope, state, ...(kind === 'any' ? {} : { kind }) }), [scope, state, kind]);
  const isOpen = state === 'open' || state === 'late';

  return (
    <ListPage
      title={t('shell.duties')}
      beside={
        <Segments all={scopes} chosen={scope} word={(one) => t(`duties.scope_${one}`)} onChoose={setScope} />
      }
      acts={<BellButton />}
      list={dutiesList}
      drawings={drawings}
      name={`duties/${isOpen ? 'open' : 'ended'}`}
      filterWords={[
        t(`duties.scope_${scope}`),
        stateWord(t, 'dutyState', state),
        kind === 'any' ? '' : stateWord(t, 'dutyKind', kind),
      ]}
      source={service.duties.list}
      filter={filter}
      order={isOpen ? firstDue : lastDue}
      rowKey={(row) => row.id}
      selected={chosen?.id}
      onSelect={setChosen}
      onOpen={(row) => open(pathOfRecord(row.subjectKind, row.subjectId))}
      shows={shows}
      filters={
        <>
          <SelectInput<DutyState>
            width={120}
            value={state}
            choices={dutyStates.map((value) => ({ value, label: stateWord(t, 'dutyState', value) }))}
            onChange={(next) => setState(next ?? 'open')}
          />
          <SelectInput<DutyKind | 'any'>
            width={150}
            value={kind}
            choices={kindsOffered.map((value) => ({
              value,
              label: value === 'any' ? t('duties.anyKind') : stateWord(t, 'dutyKind', value),
            }))}
            onChange={(next) => setKind(next ?? 'any')}
          />
        </>
      }
      empty={t(isOpen ? `duties.empty_${state}` : 'duties.empty_ended')}
      isFaded={(row) => row.state === 'waived' || row.state === 'lapsed'}
      exportList={service.duties.exportList.call}
      detailWidth={400}
      detail={
        chosen ? (
          <DutyCard key={chosen.id} duty={chosen} onEnded={() => setChosen(undefined)} />
        ) : (
          <NothingChosen label="duties.choose" />
        )
      }
    />
  );
}
