import { useText } from '../app/text.ts';
import type { Text } from '../app/text.ts';
import { assertNever } from '#shared/domain/assert.ts';
import type { Trouble } from '../service/trouble.ts';

/** Says calmly, in its place, why something did not happen and what to do. */
export function TroubleBanner({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble | null;
  readonly onRetry?: (() => void) | undefined;
}) {
  const t = useText();
  if (!trouble) return null;
  return (
    <div
      className={trouble.kind === 'refused' || trouble.kind === 'unexpected' ? 'banner late' : 'banner soon'}
      role="alert"
    >
      <span className="grow">{sentenceOf(trouble, t)}</span>
      {onRetry && (
        <button type="button" className="link" onClick={onRetry}>
          {t('common.retry')}
        </button>
      )}
    </div>
  );
}

/** The sentence for a trouble. */
export function sentenceOf(trouble: Trouble, t: Text): string {
  switch (trouble.kind) {
    case 'refused':
      return trouble.message || t(`refusals.${trouble.code}`, { ...trouble.facts });
    case 'lost':
      return t('session.answerLost');
    case 'savedBefore':
      return t('session.savedBefore');
    case 'unexpected':
      return t('session.unexpected');
    default:
      return assertNever(trouble);
  }
}
