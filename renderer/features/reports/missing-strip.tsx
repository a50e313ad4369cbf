import { missingOf } from '#shared/domain/report-missing.ts';
import type { MissingPart } from '#shared/domain/report-missing.ts';
import { useNow } from '../../app/use-now.ts';
import { useText } from '../../app/text.ts';
import type { ReportValues } from './report-values.ts';

/** The field that gives what is missing. */
const fieldOf: Readonly<Record<MissingPart, string>> = {
  technicians: 'technicianIds',
  finishTime: 'finishedAt',
  finishTimeAhead: 'finishedAt',
  timesInOrder: 'arrivedAt',
  symptom: 'symptom',
  cause: 'cause',
  work: 'work',
  parts: 'parts',
  partsUnclear: 'parts',
  partReasons: 'parts',
};

/** What the report still lacks to be finished, while it is typed; each leads to its field. */
export function MissingStrip({ values }: { readonly values: ReportValues }) {
  const t = useText();
  const now = useNow();
  const missing = missingOf(values, now);
  return (
    <div className={missing.length === 0 ? 'missing good' : 'missing soon'} data-testid="missing">
      {missing.length === 0 ? (
        <span>{t('reports.readyToFinish')}</span>
      ) : (
        <>
          <b>{t('reports.stillMissing')}</b>
          {missing.map((part) => (
            <button key={part} type="button" className="link" onClick={() => goTo(fieldOf[part])}>
              {t(`reports.missing_${part}`)}
            </button>
          ))}
        </>
      )}
    </div>
  );
}

function goTo(field: string): void {
  const place = document.querySelector(`[data-testid="report-editor"] [data-field="${field}"]`);
  place?.scrollIntoView({ block: 'nearest' });
  place?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
