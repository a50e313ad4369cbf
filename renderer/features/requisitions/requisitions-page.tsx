import { useMemo, useState } from 'react';
import type { RequisitionRow } from '#shared/contract/requisitions.rows.ts';
import { requisitionsList } from '#shared/lists/requisitions.list.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay, usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ActsSlot } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { SeveralApproved } from '../../components/decisions/several-approved.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { ApproveSeveral, type Results } from './approve-several.tsx';
import { nextToDecide } from './next-requisition.ts';
import { drawings } from './requisition-drawings.tsx';
import { RequisitionPanel } from './requisition-panel.tsx';
import { filterOf, orderOf, ownSegment, Segments, segments, type Segment } from './segments.tsx';
import './requisitions.css';

const shows = ['requisition', 'judgement', 'case'];

/** Requests for parts: the list by what waits on the left, the one chosen on the right. */
export function RequisitionsPage() {
  const t = useText();
  const open = useOpen();
  const may = useMay();
  const service = useService();
  const { permissions } = usePerson();
  const columns = useMemo(() => toldColumns(requisitionsList, drawings, t), [t]);
  const { chosenId, rows } = useChosenRecord('requisition');
  const [segment, setSegment] = useRemembered<Segment>(
    'requisitions/segment',
    ownSegment(permissions),
    segments,
  );
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [ticked, setTicked] = useState<readonly RequisitionRow[]>([]);
  const [tickRound, setTickRound] = useState(0);
  const [results, setResults] = useState<Results>();
  const mayTick = segment === 'toApprove' && may('requisitions.approve');
  const untick = () => {
    setTicked([]);
    setTickRound(tickRound + 1);
  };
  const choose = (next: Segment) => {
    setSegment(next);
    setResults(undefined);
    untick();
  };
  const goOn = async () => {
    const next = await nextToDecide(service, chosenId);
    open(next === undefined ? '/requisitions' : pathOfRecord('requisition', next), { replace: true });
  };
  const write = () => open('/requisitions/new');

  return (
    <ActsSlot value={slot}>
      <Page
        title={t('shell.requisitions')}
        beside={<Segments chosen={segment} onChoose={choose} />}
        acts={
          <>
            {may('requisitions.write') && chosenId !== 'new' && !mayTick && (
              <KeyButton label="requisitions.new" keys="Alt+N" onPress={write} />
            )}
            <span className="row tight acts" ref={setSlot} />
            {mayTick && ticked.length > 0 && (
              <ApproveSeveral
                ticked={ticked}
                onDone={(done) => {
                  setResults(done);
                  untick();
                }}
              />
            )}
          </>
        }
      >
        <MasterDetail
          listWidth={360}
          list={
            <Card fill>
              {results && (
                <SeveralApproved
                  results={results.of}
                  numberOf={(id) => results.numbers.get(id) ?? ''}
                  onClose={() => setResults(undefined)}
                />
              )}
              <DataGrid
                key={segment}
                name={`requisitions/${segment}`}
                title={t('shell.requisitions')}
                filterWords={[segment === 'all' ? '' : t(`requisitions.${segment}`)]}
                source={service.requisitions.list}
                filter={filterOf(segment)}
                columns={columns}
                order={orderOf(segment)}
                {...rows}
                shows={shows}
                quickText
                rowHeight={53}
                empty={t(`requisitions.empty_${segment}`)}
                emptyAct={may('requisitions.write') && <KeyButton label="requisitions.new" onPress={write} />}
                onTicked={mayTick ? setTicked : undefined}
                tickRound={tickRound}
                isFaded={(row) => row.state === 'void'}
                exportList={service.requisitions.exportList.call}
                furtherFile={{
                  label: 'requisitions.exportLines',
                  make: ({ filter, sort }, options) =>
                    service.requisitions.exportLines.call({ filter, sort }, options),
                }}
              />
            </Card>
          }
          detail={
            chosenId === undefined ? (
              <NothingChosen label="requisitions.choose" />
            ) : (
              <RequisitionPanel
                key={chosenId}
                id={chosenId}
                severalTicked={mayTick && ticked.length > 0}
                onDecided={() => void goOn()}
              />
            )
          }
        />
      </Page>
    </ActsSlot>
  );
}
