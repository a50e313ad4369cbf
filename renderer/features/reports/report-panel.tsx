import { useMayAct } from '../../app/session/may-act.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { Asked } from '../../components/asked.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { BeginReport } from './begin-report.tsx';
import { ReportEditor } from './report-editor.tsx';
import { reportShows } from './report-types.ts';
import { ReportWithActs } from './report-acts.tsx';

/** The report chosen, in whatever is done to it: begun, written, printed, signed, approved. */
export function ReportPanel({ id, onDecided }: { readonly id: string; readonly onDecided: () => void }) {
  const { search } = useWhereabouts();
  if (id === 'new') {
    const caseId = search['case'];
    return <BeginReport caseId={typeof caseId === 'string' ? caseId : null} />;
  }
  return <ExistingReport id={id} onDecided={onDecided} />;
}

function ExistingReport({ id, onDecided }: { readonly id: string; readonly onDecided: () => void }) {
  const mayAct = useMayAct('report');
  const service = useService();
  const asked = useAsk(service.reports.get, { id }, { shows: reportShows });
  return (
    <Asked of={asked}>
      {(report) =>
        report.mayWrite && mayAct('edit', report.state) ? (
          <ReportEditor key={report.id} report={report} />
        ) : (
          <ReportWithActs key={report.id} report={report} onDecided={onDecided} />
        )
      }
    </Asked>
  );
}
