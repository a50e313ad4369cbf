import { useText } from '../../../app/text.ts';
import { FactGrid } from '../../../components/fact-grid.tsx';
import { formatCount } from '../../../components/inputs/parse-count.ts';
import { groupName } from '../../../components/warranty/group-name.ts';
import type { Group } from '../../../components/warranty/group-name.ts';
import { termColumns } from './policy-values.ts';
import type { Policy } from './policy-values.ts';

/** A policy to be read: one that is published, or that somebody else may change. */
export function PolicyFacts({ policy }: { readonly policy: Policy }) {
  const t = useText();
  const { validFromDay, appliesBy, scope, regions, cardWithinDays, replacementTerm } = policy;
  return (
    <FactGrid
      columns={2}
      facts={[
        { label: t('settings.validFromDay'), value: validFromDay },
        { label: t('settings.appliesBy'), value: t(`settings.appliesBy_${appliesBy}`) },
        {
          label: t('settings.cardWithinDays'),
          value:
            cardWithinDays === 0
              ? t('settings.noCardNeeded')
              : `${formatCount(cardWithinDays)} ${t('settings.days')}`,
        },
        { label: t('settings.scope'), value: t.listed(scope) || t('settings.scopeAll') },
        { label: t('settings.regions'), value: t.listed(regions) || t('settings.regionsAll') },
        { label: t('settings.replacementTerm'), value: t(`settings.replacementTerm_${replacementTerm}`) },
      ]}
    />
  );
}

/** The terms of a policy to be read. */
export function TermsRead({
  policy,
  groups,
}: {
  readonly policy: Policy;
  readonly groups: readonly Group[];
}) {
  const t = useText();
  const numbers: readonly string[] = ['termMonths', 'termMileage', 'termHours'];
  return (
    <table className="lines">
      <thead>
        <tr>
          {termColumns.map((column) => (
            <th key={column} className={numbers.includes(column) ? 'num' : undefined}>
              {t(`settings.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {policy.terms.map(
          ({ id, componentGroupCode, clause, months, mileageKm, operatingHours, wearPart }) => (
            <tr key={id}>
              <td>
                {groupName(
                  groups.find(({ code }) => code === componentGroupCode),
                  t,
                )}
              </td>
              <td className="mut">{clause}</td>
              <td className="num">{months ?? '—'}</td>
              <td className="num">{mileageKm === null ? '—' : formatCount(mileageKm)}</td>
              <td className="num">{operatingHours === null ? '—' : formatCount(operatingHours)}</td>
              <td>{wearPart && t('common.yes')}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
