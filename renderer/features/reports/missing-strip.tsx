import { useText } from '../../app/text.ts';
import type { TooEarly } from './use-too-early.ts';

/**
 * What the report still lacks to be finished, while it is typed; each leads to its field. What was tried too early is
 * answered here too, so that it is said once.
 */
export function MissingStrip({ early: { missing, tried, goTo } }: { readonly early: TooEarly }) {
  const t = useText();
  const role = tried === null ? undefined : 'alert';
  if (missing.length === 0) {
    return (
      <div className={tried === null ? 'missing good' : 'missing soon'} data-testid="missing" role={role}>
        {t(tried === 'print' ? 'reports.finishFirst' : 'reports.readyToFinish')}
      </div>
    );
  }
  return (
    <div className={tried === null ? 'missing soon' : 'missing late'} data-testid="missing" role={role}>
      <b>{t('reports.stillMissing')}</b>
      {missing.map((part) => (
        <button key={part} type="button" className="link" onClick={() => goTo(part)}>
          {t(`reports.missing_${part}`)}
        </button>
      ))}
      {tried !== null && <span>{t(`reports.tooEarly_${tried}`)}</span>}
    </div>
  );
}
