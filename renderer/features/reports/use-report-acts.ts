import { useActs } from '../../components/acts/use-acts.ts';
import { useService } from '../../service/service-context.tsx';
import type { Report } from './report-types.ts';

/** Where the page of a report does an act with a form of its own. */
interface Elsewhere {
  readonly goes: () => void;
  readonly isUnderWay: boolean;
}

/** The acts upon a report; `onDecided` is told when it waits no longer. */
export function useReportActs(
  report: Report,
  { adding, signing, onDecided }: { adding?: Elsewhere; signing?: Elsewhere; onDecided?: () => void } = {},
) {
  const { reports } = useService();
  const { printedAsHeld, mayDecide } = report;
  return useActs('report', report, reports, {
    edit: false,
    finish: false,
    decideSupplement: false,
    takeOver: { label: 'common.takeOver' },
    void: { danger: true },
    reopen: { keys: 'F6' },
    addSupplement: adding ? { keys: 'F7', goes: adding.goes } : false,
    sign: signing
      ? {
          ...signing,
          keys: 'F9',
          primary: printedAsHeld && !signing.isUnderWay,
          disabled: !printedAsHeld,
        }
      : false,
    approve: {
      label: 'reports.approveAndNext',
      keys: 'F9',
      primary: true,
      disabled: !mayDecide,
      done: onDecided,
    },
    file: { keys: 'F9', primary: true },
  });
}
