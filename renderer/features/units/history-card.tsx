import { pathOfRecord } from '../../app/record-paths.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Unit } from './judged-unit.ts';

/** The services of a unit, newest first: what was wrong, what was replaced, the paper. */
export function HistoryCard({ unit }: { readonly unit: Unit }) {
  const t = useText();
  return (
    <Card title={t('units.history')} tags={unit.history.length > 0 && <Tag>{unit.history.length}</Tag>}>
      {unit.history.length === 0 ? (
        <p className="inside mut">{t('units.noHistory')}</p>
      ) : (
        <table className="lines">
          <tbody>
            {unit.history.map((service) => (
              <OpenRow key={service.caseId} path={pathOfRecord('case', service.caseId)}>
                <td className="mut">{t.moment(service.openedAt)}</td>
                <td className="acc">{service.caseNumber}</td>
                <td className="wrap">
                  {service.symptom}
                  {service.replacedParts.length > 0 && (
                    <div className="mut sm">
                      {t('units.replacedParts')} {service.replacedParts.join(' · ')}
                    </div>
                  )}
                </td>
                <td className="mut">
                  {service.reportState && stateWord(t, 'reportState', service.reportState)}
                </td>
                <td>
                  <Tag tone={service.state === 'closed' ? undefined : 'soon'}>
                    {stateWord(t, 'caseState', service.state)}
                  </Tag>
                </td>
              </OpenRow>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
