import { translateAny } from '#shared/messages/translate.ts';
import type { RequisitionRow } from '#shared/contract/requisitions.rows.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';

/** The contract takes so many at once. */
const mostAtOnce = 100;

/** What became of each that was to be approved. */
export type Results = Awaited<ReturnType<Service['requisitions']['approveSeveral']['call']>>['results'];

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
  const act = useAct(service.requisitions.approveSeveral, { done: ({ results }) => onDone(results) });
  const approve = () =>
    void act.run({ requisitions: ticked.slice(0, mostAtOnce).map(({ id, version }) => ({ id, version })) });
  return (
    <>
      {act.trouble && <span className="late sm">{sentenceOf(act.trouble, t)}</span>}
      <KeyButton primary label="requisitions.approveTicked" keys="F9" pending={act.pending} onPress={approve}>
        {t('requisitions.approveTickedCount', { count: Math.min(ticked.length, mostAtOnce) })}
      </KeyButton>
    </>
  );
}

/** How many were approved, and of each that was refused why; stays until it was read. */
export function SeveralApproved({
  results,
  onClose,
}: {
  readonly results: Results;
  readonly onClose: () => void;
}) {
  const t = useText();
  const refused = results.filter((result) => result.refusal !== null);
  return (
    <div
      className={refused.length === 0 ? 'banner good' : 'banner soon'}
      role="status"
      data-testid="several-approved"
    >
      <div className="grow">
        <b>{t('requisitions.severalApproved', { count: results.length - refused.length })}</b>
        {refused.map(({ id, number, refusal }) => (
          <div key={id} className="sm">
            {number} {translateAny(t.language, `refusals.${refusal ?? ''}`) ?? refusal}
          </div>
        ))}
      </div>
      <button type="button" className="link" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  );
}
