import type { ReactNode } from 'react';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText, type Text } from '../../app/text.ts';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Card, CardPart } from '../../components/card.tsx';
import { Signatures } from '../../components/decisions/signatures.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { PrintHistory } from '../../components/paper/print-history.tsx';
import { OldPartNumbers } from './old-part-numbers.tsx';
import { ReportFacts } from './report-facts.tsx';
import type { Report } from './report-types.ts';
import { StateTag } from './state-tag.tsx';
import { Supplements } from './supplements.tsx';

/** A report to look at: what its paper says, its signature, its supplements, its prints. */
export function ReportView({
  report,
  top,
  isAdding,
  isSigning,
  onAdded,
}: {
  readonly report: Report;
  /** Above everything: what is asked for, why an act was refused. */
  readonly top: ReactNode;
  readonly isAdding: boolean;
  /** What is dropped or pasted is the scan then. */
  readonly isSigning: boolean;
  readonly onAdded: () => void;
}) {
  const t = useText();
  const { id, number, state, checkCode, signedAt } = report;
  return (
    <Card
      fill
      title={number}
      tags={<StateTag state={state} />}
      end={
        checkCode !== '' && (
          <span className="mut sm">
            {t('reports.checkCode')} {checkCode}
          </span>
        )
      }
    >
      <div className="scroll grow-column report-body" data-testid="report">
        {top}
        <div className="inside">
          <ReportFacts report={report} further={factsOf(report, t)} />
        </div>
        <div className="inside">
          <Texts report={report} />
        </div>
        <LinesTable report={report} />
        {signedAt !== null && <Supplements report={report} isAdding={isAdding} onAdded={onAdded} />}
        <Signatures of="report" id={id} />
        <CardPart title={t('prints.title')}>
          <PrintHistory documentId={id} />
        </CardPart>
        {!isSigning && (
          <Attachments title={t('reports.attachments')} subject={{ subjectKind: 'report', subjectId: id }} />
        )}
      </div>
    </Card>
  );
}

function factsOf(report: Report, t: Text) {
  const { arrivedAt, finishedAt, mileageKm, operatingHours, technicianNames, feeFen, compensation } = report;
  const { signedAt, signedBy, satisfaction, customerRemarks, decidedAt, decidedByName } = report;
  const amount = (fen: number) => (fen === 0 ? '' : `¥${formatMoney(fen)}`);
  const reading = [
    mileageKm === null ? '' : `${formatCount(mileageKm)} km`,
    operatingHours === null ? '' : `${formatCount(operatingHours)} h`,
  ];
  return [
    {
      label: t('reports.technicians'),
      value: t.listed(
        technicianNames.map((name, index) =>
          index === 0 && technicianNames.length > 1 ? t('reports.inCharge', { name }) : name,
        ),
      ),
    },
    { label: t('reports.arrivedAt'), value: arrivedAt === null ? '' : t.fullMoment(arrivedAt) },
    { label: t('reports.finishedAt'), value: finishedAt === null ? '' : t.fullMoment(finishedAt) },
    { label: t('reports.mileage'), value: reading.filter(Boolean).join(' ') },
    { label: t('reports.fee'), value: amount(feeFen) },
    { label: t('reports.partsFee'), value: amount(report.partsFeeFen) },
    { label: t('reports.labourFee'), value: amount(report.labourFeeFen) },
    { label: t('reports.travelFee'), value: amount(report.travelFeeFen) },
    { label: t('reports.compensation'), value: compensation },
    {
      label: t('reports.signedAt'),
      value:
        signedAt === null ? '' : t('reports.signedFacts', { by: signedBy, signedAt: t.fullMoment(signedAt) }),
    },
    {
      label: t('reports.satisfaction'),
      value:
        signedAt === null || satisfaction === null ? (
          ''
        ) : (
          <span className={satisfaction === 'unsatisfied' ? 'late' : ''}>
            {t(`states.satisfaction_${satisfaction}`)}
          </span>
        ),
    },
    {
      label: t('reports.approve'),
      value: decidedAt === null ? '' : `${decidedByName} ${t.fullMoment(decidedAt)}`,
    },
    { label: t('reports.remarks'), value: signedAt === null ? '' : customerRemarks, wide: true },
  ];
}

function Texts({ report }: { readonly report: Report }) {
  const t = useText();
  const { symptom, cause, work, faultPlaceOpenedBefore } = report;
  return (
    <dl className="report-texts">
      <dt>{t('reports.symptom')}</dt>
      <dd>{symptom || '—'}</dd>
      <dt>{t('reports.cause')}</dt>
      <dd>
        {cause || '—'}{' '}
        {faultPlaceOpenedBefore && <span className="soon">{t('reports.openedBeforeYes')}</span>}
      </dd>
      <dt>{t('reports.work')}</dt>
      <dd>{work || '—'}</dd>
    </dl>
  );
}

function LinesTable({ report: { lines, noPartsReplaced } }: { readonly report: Report }) {
  const t = useText();
  if (lines.length === 0)
    return <p className="inside mut">{noPartsReplaced ? t('reports.noPartsReplaced') : ''}</p>;
  return (
    <table className="lines" data-testid="report-lines">
      <thead>
        <tr>
          <th className="num">#</th>
          <th>{t('reports.part')}</th>
          <th />
          <th className="num">{t('reports.quantity')}</th>
          <th>{t('reports.reason')}</th>
          <th>{t('reports.oldPart')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.id}>
            <td className="num mut">{index + 1}</td>
            <td>{line.partNumber}</td>
            <td className="name-cell">{line.partName}</td>
            <td className="num">{`${formatQuantity(line.quantity)} ${line.unitOfMeasure}`}</td>
            <td className="reason-cell">{line.reason}</td>
            <td className="mut old-part-cell">
              <OldPartNumbers numbers={line.oldPartNumber} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
