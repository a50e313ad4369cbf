import { useMemo } from 'react';
import type { Day } from '#shared/domain/days.ts';
import { contactsList } from '#shared/lists/contacts.list.ts';
import { contactKinds } from '#shared/domain/states.ts';
import { contactStates } from '#shared/nouns/contact.card.ts';
import type { ContactKind } from '#shared/domain/states.ts';
import type { ContactState } from '#shared/nouns/contact.card.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { ContactDetail } from './contact-detail.tsx';
import { drawingsIn } from './register-drawings.tsx';
import './calls.css';

interface RegisterFilter {
  readonly kind: ContactKind | null;
  readonly state: ContactState | null;
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}

const everything: RegisterFilter = { kind: null, state: null, fromDay: null, untilDay: null };
const offered = { kind: contactKinds, state: contactStates };
const shows = ['contact', 'customer', 'case'];
const order = { by: 'at', descending: true } as const;

/** The running list of calls and letters, and the one chosen beside it. */
export function RegisterPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const { chosenId, rows } = useChosenRecord('contact');
  const [chosen, setChosen] = useRemembered<RegisterFilter>('contacts/filter', everything, offered);
  const { kind, state, fromDay, untilDay } = chosen;
  const columns = useMemo(() => toldColumns(contactsList, drawingsIn(t), t), [t]);
  const filter = useMemo(
    () => ({
      ...(kind ? { kinds: [kind] } : {}),
      ...(state ? { states: [state] } : {}),
      ...(fromDay ? { fromDay } : {}),
      ...(untilDay ? { untilDay } : {}),
    }),
    [kind, state, fromDay, untilDay],
  );
  const choose = (change: Partial<RegisterFilter>) => setChosen({ ...chosen, ...change });
  const newCall = (
    <KeyButton primary label="contacts.newCall" shownKeys="F2" onPress={() => open('/contacts/call')} />
  );

  return (
    <Page title={t('shell.contacts')}>
      <MasterDetail
        detailWidth={400}
        list={
          <Card fill>
            <DataGrid
              name="contacts"
              title={t('shell.contacts')}
              filterWords={[
                kind ? stateWord(t, 'contactKind', kind) : '',
                state ? stateWord(t, 'contactState', state) : '',
                fromDay ? `${t('contacts.from')} ${fromDay}` : '',
                untilDay ? `${t('contacts.until')} ${untilDay}` : '',
              ]}
              source={service.contacts.list}
              filter={filter}
              columns={columns}
              order={order}
              {...rows}
              shows={shows}
              quickText
              filters={
                <>
                  <SelectInput
                    width={104}
                    value={kind}
                    emptyLabel={t('contacts.allKinds')}
                    choices={contactKinds.map((value) => ({
                      value,
                      label: stateWord(t, 'contactKind', value),
                    }))}
                    onChange={(next) => choose({ kind: next })}
                  />
                  <SelectInput
                    width={104}
                    value={state}
                    emptyLabel={t('contacts.allStates')}
                    choices={contactStates.map((value) => ({
                      value,
                      label: stateWord(t, 'contactState', value),
                    }))}
                    onChange={(next) => choose({ state: next })}
                  />
                  <DayInput
                    width={122}
                    value={fromDay}
                    placeholder={t('contacts.from')}
                    onChange={(next) => choose({ fromDay: next })}
                  />
                  <DayInput
                    width={122}
                    value={untilDay}
                    placeholder={t('contacts.until')}
                    onChange={(next) => choose({ untilDay: next })}
                  />
                </>
              }
              empty={t(may('contacts.record') ? 'contacts.empty' : 'contacts.emptyToSee')}
              emptyAct={may('contacts.record') && newCall}
              onOpen={(row) => open(row.caseId === null ? `/contacts/${row.id}` : `/cases/${row.caseId}`)}
              isFaded={(row) => row.state === 'void'}
              exportList={service.contacts.exportList.call}
            />
          </Card>
        }
        detail={
          chosenId === undefined ? (
            <NothingChosen label="contacts.choose" />
          ) : (
            <ContactDetail key={chosenId} contactId={chosenId} />
          )
        }
      />
    </Page>
  );
}
