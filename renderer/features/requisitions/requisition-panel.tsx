import { useMayAct } from '../../app/session/may-act.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { Asked } from '../../components/asked.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ClearPanel } from './clear-panel.tsx';
import { EditDraft, NewRequisition } from './draft-editor.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { RequisitionWithActs } from './requisition-acts.tsx';
import { requisitionShows } from './requisition-types.ts';
import type { Requisition } from './requisition-types.ts';

interface PanelProps {
  readonly id: string;
  readonly severalTicked: boolean;
  readonly onDecided: () => void;
}

/** The requisition chosen, in whatever it is done to: written, decided, issued, accounted for. */
export function RequisitionPanel({ id, ...rest }: PanelProps) {
  const { search } = useWhereabouts();
  if (id === 'new') {
    const caseId = search['case'];
    return <NewRequisition caseId={typeof caseId === 'string' ? caseId : null} />;
  }
  return <ExistingPanel id={id} {...rest} />;
}

function ExistingPanel({ id, ...rest }: PanelProps) {
  const service = useService();
  const asked = useAsk(service.requisitions.get, { id }, { shows: requisitionShows });
  return <Asked of={asked}>{(requisition) => <Doing requisition={requisition} {...rest} />}</Asked>;
}

function Doing({
  requisition,
  severalTicked,
  onDecided,
}: Omit<PanelProps, 'id'> & { readonly requisition: Requisition }) {
  const mayAct = useMayAct('requisition');
  const { search } = useWhereabouts();
  const { state } = requisition;
  if (requisition.mayWrite && mayAct('edit', state)) return <EditDraft requisition={requisition} />;
  if (search['do'] === 'issue' && mayAct('issue', state)) return <IssuePanel requisition={requisition} />;
  if (search['do'] === 'clear' && mayAct('clear', state)) return <ClearPanel requisition={requisition} />;
  return (
    <RequisitionWithActs requisition={requisition} severalTicked={severalTicked} onDecided={onDecided} />
  );
}
