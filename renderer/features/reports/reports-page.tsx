import { useMemo, useState } from 'react';
import { reportsList } from '#shared/lists/reports.list.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay, usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ActsSlot } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { nextToDecide } from './next-report.ts';
import { drawings } from './report-drawings.tsx';
import { ReportPanel } from './report-panel.tsx';
import { filterOf, orderOf, ownSegment, Segments, segments } from './report-segments.tsx';
import type { Segment } from './report-segments.tsx';
import { VerifyField } from './verify-field.tsx';
import './reports.css';

const shows = ['report', 'case', 'print'];

/** The service reports: the list by what waits on the left, the one chosen on the right, and a paper checked by its code. */
export function ReportsPage() {
  const t = useText();
  const open = useOpen();
  const may = useMay();
  const service = useService();
  const { permissions } = usePerson();
  const { chosenId, rows } = useChosenRecord('report');
  const [segment, setSegment] = useRemembered<Segment>('reports/segment', ownSegment(permissions), segments);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const columns = useMemo(() => toldColumns(reportsList, drawings, t), [t]);
  const write = () => open('/reports/new');
  const goOn = async () => {
    const next = chosenId === undefined ? undefined : await nextToDecide(service, chosenId);
    open(next === undefined ? '/reports' : pathOfRecord('report', next), { replace: true });
  };

  return (
    <ActsSlot value={slot}>
      <Page
        title={t('shell.reports')}
        beside={<Segments chosen={segment} onChoose={setSegment} />}
        acts={
          <>
            <span className="row tight acts" ref={setSlot} />
            {may('reports.write') && chosenId === undefined && (
              <KeyButton label="reports.new" keys="Alt+N" onPress={write} />
            )}
          </>
        }
      >
        <MasterDetail
          listWidth={346}
          list={
            <Card fill>
              <DataGrid
                key={segment}
                name={`reports/${segment}`}
                title={t('shell.reports')}
                filterWords={[segment === 'all' ? '' : t(`reports.segment_${segment}`)]}
                source={service.reports.list}
                filter={filterOf(segment)}
                columns={columns}
                order={orderOf(segment)}
                {...rows}
                shows={shows}
                quickText
                rowHeight={53}
                empty={t(`reports.empty_${segment}`)}
                emptyAct={may('reports.write') && <KeyButton label="reports.new" onPress={write} />}
                isFaded={(row) => row.state === 'void'}
                exportList={service.reports.exportList.call}
              />
              <VerifyField />
            </Card>
          }
          detail={
            chosenId === undefined ? (
              <NothingChosen label="reports.choose" />
            ) : (
              <ReportPanel key={chosenId} id={chosenId} onDecided={() => void goOn()} />
            )
          }
        />
      </Page>
    </ActsSlot>
  );
}
