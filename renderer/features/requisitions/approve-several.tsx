import type { RequisitionRow } from '#shared/contract/requisitions.rows.ts';
import { useText } from '../../app/text.ts';
import { approvedAtOnce, type SeveralResults } from '../../components/decisions/several-approved.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';

/** What became of the ticked ones, with their numbers. */
export interface Results {
  readonly of: SeveralResults;
  readonly numbers: ReadonlyMap<string, string>;
}

/** Approves what is ticked, each for itself. */
export function ApproveSeveral({
  ticked,
  onDone,
}: {
  readonly ticked: readonly RequisitionRow[];
  readonly onDone: (results: Results) => void;
}) {
  const t = useText();
  const service = useService();
  const act = useAct(service.decisions.approveSeveral);
  const chosen = ticked.slice(0, approvedAtOnce);
  const approve = async () => {
    const decisions = chosen.map(({ id, version }) => ({
      kind: 'requisition.approve' as const,
      id,
      version,
    }));
    const numbers = new Map(chosen.map(({ id, number }) => [id as string, number]));
    const done = await act.run({ decisions });
    if (done) onDone({ of: done.results, numbers });
  };
  return (
    <>
      {act.trouble && <span className="late sm">{sentenceOf(act.trouble, t)}</span>}
      <KeyButton
        primary
        label="decisions.approveTicked"
        keys="F9"
        pending={act.pending}
        onPress={() => void approve()}
      >
        {t('decisions.approveTickedCount', { count: chosen.length })}
      </KeyButton>
    </>
  );
}
