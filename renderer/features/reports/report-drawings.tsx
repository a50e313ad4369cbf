import type { ReportRow } from '#shared/contract/reports.contract.ts';
import { daysBetween, dayOf } from '#shared/domain/days.ts';
import type { Day, Moment } from '#shared/domain/days.ts';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useWhereabouts } from '../../app/navigate.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import type { Drawings } from '../../grid/told-columns.tsx';
import { StateTag } from './state-tag.tsx';

/** After so many days a printed report that did not come back is late. */
const lateAfterDays = 7;

/** How the list draws two lines in a cell. */
export const drawings: Drawings<ReportRow> = {
  number: {
    draw: (row) => <ReportCell row={row} />,
    text: (row) => `${row.number}\n${aboutWhat(row)}`,
  },
  state: {
    draw: (row) => <StateCell row={row} />,
    text: (row, t) =>
      `${t(`states.reportState_${row.state}`)}\n${waitsFor(row, dayOf(Date.now()), t, t.fullMoment).words}`,
  },
};

function ReportCell({ row }: { readonly row: ReportRow }) {
  const { names } = useWhereabouts();
  return (
    <div className="two-lines" data-shown={names['reportId'] === row.id ? '' : undefined}>
      <span className="acc">{row.number}</span>
      <span className="mut sm cut">{aboutWhat(row)}</span>
    </div>
  );
}

function aboutWhat({ unitPlate, customerName, technicians }: ReportRow): string {
  return [unitPlate, customerName, technicians].filter((text) => text !== '').join(' · ');
}

/** The state, and under it what it waits for. */
function StateCell({ row }: { readonly row: ReportRow }) {
  const t = useText();
  const { words, tone } = waitsFor(row, useToday(), t);
  return (
    <div className="two-lines">
      <span>
        <StateTag state={row.state} />
      </span>
      <span className="sm mut cut">
        <span className={tone}>{words}</span>
      </span>
    </div>
  );
}

/** What a report waits for; of one that waits for nothing, when it came to where it is. */
function waitsFor(
  row: ReportRow,
  today: Day,
  t: Text,
  moment: (at: Moment) => string = t.moment,
): { readonly words: string; readonly tone?: 'soon' | 'late' } {
  const { printCount, firstPrintedAt } = row;
  if (row.supplementsToDecide > 0) return { words: t('reports.supplementWaits'), tone: 'soon' };
  if (!beginsFrom('report', 'sign', row.state))
    return { words: moment(row.signedAt ?? row.finishedAt ?? row.createdAt) };
  if (printCount === 0 || firstPrintedAt === null) return { words: t('reports.notPrinted') };
  const days = daysBetween(dayOf(firstPrintedAt), today);
  return { words: t('reports.notBackDays', { days }), ...(days > lateAfterDays ? { tone: 'late' } : {}) };
}
