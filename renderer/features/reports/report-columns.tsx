import { daysBetween, dayOf } from '#shared/domain/days.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import type { Column } from '../../grid/columns.tsx';
import type { ReportRow } from './report-types.ts';
import { StateTag } from './state-tag.tsx';

/** After so many days a printed report that did not come back is late. */
const lateAfterDays = 7;

/** The columns of the list: two lines of what matters, the rest by choice. */
export const reportColumns: readonly Column<ReportRow, 'createdAt'>[] = [
  {
    key: 'number',
    label: 'common.number',
    grow: 1,
    width: 150,
    sort: 'createdAt',
    value: (row) => row.number,
    draw: (row) => <ReportCell row={row} />,
  },
  { key: 'state', label: 'common.state', width: 104, draw: (row) => <StateCell row={row} /> },
  { key: 'caseNumber', label: 'reports.caseNumber', width: 130, hidden: true },
  { key: 'unitPlate', label: 'reports.plate', width: 110, hidden: true },
  { key: 'technicians', label: 'reports.technicians', width: 120, hidden: true },
  { key: 'finishedAt', label: 'reports.finishedAt', kind: 'moment', hidden: true },
  { key: 'printCount', label: 'reports.printCount', kind: 'count', width: 70, hidden: true },
  { key: 'signedAt', label: 'reports.signedAt', kind: 'moment', hidden: true },
  { key: 'createdAt', label: 'reports.createdAt', kind: 'moment', hidden: true },
];

function ReportCell({ row }: { readonly row: ReportRow }) {
  const { names } = useWhereabouts();
  return (
    <div className="two-lines" data-shown={names['reportId'] === row.id ? '' : undefined}>
      <span className="acc">{row.number}</span>
      <span className="mut sm cut">
        {[row.unitPlate, row.customerName, row.technicians].filter((text) => text !== '').join(' · ')}
      </span>
    </div>
  );
}

/** The state, and under it what it waits for. */
function StateCell({ row }: { readonly row: ReportRow }) {
  const t = useText();
  return (
    <div className="two-lines">
      <span>
        <StateTag state={row.state} />
      </span>
      <span className="sm mut cut">
        {row.supplementsToDecide > 0 ? (
          <span className="soon">{t('reports.supplementWaits')}</span>
        ) : row.state === 'finished' ? (
          <Waiting row={row} />
        ) : (
          t.moment(row.signedAt ?? row.finishedAt ?? row.createdAt)
        )}
      </span>
    </div>
  );
}

function Waiting({ row: { printCount, firstPrintedAt } }: { readonly row: ReportRow }) {
  const t = useText();
  const today = useToday();
  if (printCount === 0 || firstPrintedAt === null) return t('reports.notPrinted');
  const days = daysBetween(dayOf(firstPrintedAt), today);
  return <span className={days > lateAfterDays ? 'late' : ''}>{t('reports.notBackDays', { days })}</span>;
}
