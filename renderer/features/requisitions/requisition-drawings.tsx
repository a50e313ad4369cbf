import type { RequisitionRow } from '#shared/contract/requisitions.rows.ts';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { useText, type Text } from '../../app/text.ts';
import type { Drawings } from '../../grid/told-columns.tsx';
import { totalText } from './amount-texts.ts';

/** How the list draws two lines in a cell. */
export const drawings: Drawings<RequisitionRow> = {
  number: {
    draw: (row) => <RequisitionCell row={row} />,
    text: (row, t) =>
      `${row.number}${isStopped(row) ? ` ${t('requisitions.stopped')}` : ''}\n${forWhom(row)}`,
  },
  amountFen: {
    draw: (row) => <AmountCell row={row} />,
    text: (row, t) =>
      [
        totalText(row.amountFen, row.unpricedCount, t),
        remarks(row, t)
          .map(({ words }) => words)
          .join(' '),
      ].join('\n'),
  },
};

function RequisitionCell({ row }: { readonly row: RequisitionRow }) {
  const t = useText();
  const { names } = useWhereabouts();
  return (
    <div className="two-lines" data-shown={names['requisitionId'] === row.id ? '' : undefined}>
      <span className="cut">
        <span className="acc">{row.number}</span>
        {isStopped(row) && <span className="late sm"> {t('requisitions.stopped')}</span>}
      </span>
      <span className="mut sm cut">{forWhom(row)}</span>
    </div>
  );
}

function forWhom({ holderName, unitPlate, customerName }: RequisitionRow): string {
  const whose = [unitPlate, customerName].filter((text) => text !== '').join(' ');
  return [holderName, whose].filter((text) => text !== '').join(' · ');
}

/** Whether nothing can be issued on it: its holder has too much that is not accounted for. */
function isStopped({ state, overLimit }: RequisitionRow): boolean {
  return overLimit && beginsFrom('requisition', 'allowOverLimit', state);
}

/** Under the amount: where it stands, and what decides about one that waits: the verdict. */
function AmountCell({ row }: { readonly row: RequisitionRow }) {
  const t = useText();
  return (
    <div className="two-lines num">
      <span className="cut">
        {row.amountFen > 0 && '¥'}
        {totalText(row.amountFen, row.unpricedCount, t)}
      </span>
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
  if (row.sentBack) return [{ tone: 'late', words: t('requisitions.returned') }];
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
