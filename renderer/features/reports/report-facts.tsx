import { Link } from '@tanstack/react-router';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { FactGrid } from '../../components/fact-grid.tsx';
import type { Fact } from '../../components/fact-grid.tsx';
import type { Report } from './report-types.ts';

/** Whose report it is: the case, the customer, the unit, what the warranty says. */
export function ReportFacts({
  report,
  further = [],
}: {
  readonly report: Report;
  readonly further?: readonly Fact[] | undefined;
}) {
  const t = useText();
  const { caseId, caseNumber, customerId, customerName, contactName, telephone, unitId, unitName } = report;
  return (
    <FactGrid
      facts={[
        {
          label: t('reports.caseNumber'),
          value: <Link to={pathOfRecord('case', caseId)}>{caseNumber}</Link>,
        },
        {
          label: t('reports.customer'),
          value: <Link to={pathOfRecord('customer', customerId)}>{customerName}</Link>,
        },
        { label: t('reports.contact'), value: [contactName, telephone].filter(Boolean).join(' ') },
        {
          label: t('reports.unit'),
          value: unitId === null ? '' : <Link to={pathOfRecord('unit', unitId)}>{unitName}</Link>,
        },
        { label: t('reports.judgement'), value: <JudgementWords report={report} /> },
        ...further,
      ]}
    />
  );
}

function JudgementWords({ report: { judgement } }: { readonly report: Report }) {
  const t = useText();
  if (judgement === null) return '—';
  const { verdict, clause, number } = judgement;
  const tone = verdict === 'covered' ? 'good' : 'soon';
  return (
    <span title={number}>
      <span className={tone}>{t(`states.verdict_${verdict}`)}</span> {clause}
    </span>
  );
}
