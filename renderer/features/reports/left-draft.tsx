import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { LeftTyping } from '../../components/form/left-typing.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import type { Report } from './report-types.ts';
import { blankLine, valuesOf } from './report-values.ts';
import type { ReportValues } from './report-values.ts';

/** What was typed into a report that somebody else finished or voided meanwhile. */
export function LeftDraft({ report }: { readonly report: Report }) {
  const t = useText();
  const moment = (at: number | null) => (at === null ? '' : t.fullMoment(at));
  const count = (value: number | null) => (value === null ? '' : formatCount(value));
  const amount = (fen: number | null | undefined) => (typeof fen === 'number' ? formatMoney(fen) : '');
  const wordsOf = (typed: ReportValues) => [
    { label: t('reports.arrivedAt'), text: moment(typed.arrivedAt) },
    { label: t('reports.finishedAt'), text: moment(typed.finishedAt) },
    { label: t('reports.mileage'), text: count(typed.mileageKm) },
    { label: t('reports.operatingHours'), text: count(typed.operatingHours) },
    { label: t('reports.symptom'), text: typed.symptom },
    { label: t('reports.cause'), text: typed.cause },
    { label: t('reports.work'), text: typed.work },
    { label: t('reports.fee'), text: amount(typed.feeFen) },
    { label: t('reports.partsFee'), text: amount(typed.partsFeeFen) },
    { label: t('reports.labourFee'), text: amount(typed.labourFeeFen) },
    { label: t('reports.travelFee'), text: amount(typed.travelFeeFen) },
    { label: t('reports.compensation'), text: typed.compensation },
    { label: t('reports.parts'), text: typed.lines.map(lineInWords).join('\n') },
  ];
  return (
    <LeftTyping
      draftName={`report/${report.id}`}
      blankRows={{ lines: blankLine }}
      saved={valuesOf(report)}
      number={report.number}
      state={stateWord(t, 'reportState', report.state)}
      wordsOf={wordsOf}
    />
  );
}

function lineInWords({
  partNumber,
  partName,
  quantity,
  unitOfMeasure,
  reason,
}: ReportValues['lines'][number]) {
  const howMany = quantity === null ? '' : `${formatQuantity(quantity)} ${unitOfMeasure}`;
  return [partNumber, partName, howMany, reason].filter(Boolean).join('  ');
}
