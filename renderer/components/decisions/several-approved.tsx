import { sentenceOfCode } from '#shared/messages/refusal-sentence.ts';
import { useText } from '../../app/text.ts';
import type { Service } from '../../service/service-context.tsx';

/** What became of each that was to be approved. */
export type SeveralResults = Awaited<ReturnType<Service['decisions']['approveSeveral']['call']>>['results'];

/** The service takes so many at once. */
export const approvedAtOnce = 100;

/** How many were approved, and of each that was refused why; stays until it was read. */
export function SeveralApproved({
  results,
  numberOf,
  onClose,
}: {
  readonly results: SeveralResults;
  /** The number of a record that was ticked. */
  readonly numberOf: (id: string) => string;
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
        <b>{t('decisions.severalApproved', { count: results.length - refused.length })}</b>
        {refused.length > 0 && <div>{t('decisions.severalRefused', { count: refused.length })}</div>}
        {refused.map(({ id, refusal, facts }) => (
          <div key={id} className="sm">
            <b>{numberOf(id)}</b> {sentenceOfCode(t.language, refusal ?? '', facts)}
          </div>
        ))}
      </div>
      <button type="button" className="link" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  );
}
