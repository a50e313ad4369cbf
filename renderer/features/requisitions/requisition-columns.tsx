import { formatMoney } from '#shared/domain/money.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import type { Column } from '../../grid/columns.tsx';
import type { RequisitionRow } from './requisition-types.ts';

/** The columns of the list: two lines of what matters, the rest by choice. */
export const requisitionColumns: readonly Column<RequisitionRow, 'createdAt'>[] = [
  {
    key: 'number',
    label: 'requisitions.requisition',
    grow: 1,
    width: 150,
    sort: 'createdAt',
    value: (row) => row.number,
    draw: (row) => <RequisitionCell row={row} />,
    text: (row) => `${row.number}\n${forWhom(row)}`,
  },
  {
    key: 'amountFen',
    label: 'requisitions.amount',
    kind: 'money',
    width: 98,
    draw: (row) => <AmountCell row={row} />,
    text: (row, t) =>
      [
        formatMoney(row.amountFen),
        remarks(row, t)
          .map(({ words }) => words)
          .join(' '),
      ].join('\n'),
  },
  { key: 'caseNumber', label: 'requisitions.caseNumber', hidden: true },
  { key: 'unitPlate', label: 'requisitions.plate', width: 110, hidden: true },
  { key: 'lineCount', label: 'requisitions.lineCount', kind: 'count', width: 60, hidden: true },
  { key: 'createdByName', label: 'requisitions.createdBy', width: 90, hidden: true },
  { key: 'submittedByName', label: 'requisitions.submittedBy', width: 90, hidden: true },
  { key: 'createdAt', label: 'requisitions.createdAt', kind: 'moment', hidden: true },
];

function RequisitionCell({ row }: { readonly row: RequisitionRow }) {
  const { names } = useWhereabouts();
  return (
    <div className="two-lines" data-shown={names['requisitionId'] === row.id ? '' : undefined}>
      <span className="acc">{row.number}</span>
      <span className="mut sm cut">{forWhom(row)}</span>
    </div>
  );
}

function forWhom({ holderName, unitPlate, customerName }: RequisitionRow): string {
  const whose = [unitPlate, customerName].filter((text) => text !== '').join(' ');
  return [holderName, whose].filter((text) => text !== '').join(' · ');
}

/** Under the amount: what matters most about it. Before it is issued that is a holder who may draw nothing, or the verdict. */
function AmountCell({ row }: { readonly row: RequisitionRow }) {
  const t = useText();
  return (
    <div className="two-lines num">
      <span>¥{formatMoney(row.amountFen)}</span>
      <span className="sm">
        {remarks(row, t).map(({ tone, words }) => (
          <span key={words} className={tone}>
            {words}{' '}
          </span>
        ))}
      </span>
    </div>
  );
}

function remarks(row: RequisitionRow, t: Text): readonly { readonly tone: string; readonly words: string }[] {
  const waits = row.state === 'submitted' || row.state === 'approved';
  if (waits && row.overLimit) return [{ tone: 'late', words: t('requisitions.stopped') }];
  const words = t(`states.requisitionState_${row.state}`);
  if (row.state !== 'submitted') {
    const tone = row.state === 'rejected' ? 'late' : row.state === 'partlyIssued' ? 'soon' : 'mut';
    return [{ tone, words }];
  }
  const verdict = row.purpose === 'warranty' ? row.verdict : null;
  const tone = verdict === null ? 'mut' : verdict === 'covered' ? 'good' : 'soon';
  const what =
    verdict === null ? (`requisitionPurpose_${row.purpose}` as const) : (`verdict_${verdict}` as const);
  return [
    { tone: 'mut', words },
    { tone, words: t(`states.${what}`) },
  ];
}
