import { useState } from 'react';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Acts } from '../../components/acts-slot.tsx';
import { OthersDraft } from '../../components/others-draft.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { LeftDraft } from './left-draft.tsx';
import type { Report } from './report-types.ts';
import { ReportView } from './report-view.tsx';
import { SignPanel } from './sign-panel.tsx';
import { useReportActs } from './use-report-acts.ts';

/** A report that is finished, with everything that can be done to it now, by whoever looks at it. */
export function ReportWithActs({
  report,
  onDecided,
}: {
  readonly report: Report;
  /** It waits no longer: go on to the next. */
  readonly onDecided: () => void;
}) {
  const t = useText();
  const open = useOpen();
  const [isAdding, setIsAdding] = useState(false);
  const { search } = useWhereabouts();
  const wantsSign = search['do'] === 'sign';
  const path = pathOfRecord('report', report.id);
  const showSign = (shows: boolean) => open(shows ? `${path}?do=sign` : path, { replace: true });
  const { id, number, state, printedAsHeld, mayNotBecause, mayWrite, ownerName } = report;
  const acts = useReportActs(report, {
    adding: { goes: () => setIsAdding(!isAdding), isUnderWay: isAdding },
    signing: { goes: () => showSign(!wantsSign), isUnderWay: wantsSign },
    onDecided,
  });
  const isSigning = wantsSign && acts.find('sign') !== undefined;
  return (
    <>
      <Acts>
        {acts.find('approve') && mayNotBecause === 'OWN_REPORT' && (
          <span className="soon sm cut">{t('refusals.OWN_REPORT')}</span>
        )}
        <ActBar acts={acts} only={['void', 'reopen', 'addSupplement']} />
        {state !== 'void' && state !== 'draft' && (
          <PaperActions
            kind="service-report"
            documentId={id}
            name={number}
            primary={beginsFrom('report', 'sign', state) && !printedAsHeld}
            showsHistory={false}
          />
        )}
        <ActBar acts={acts} only={['sign', 'approve', 'file']} />
      </Acts>
      <ReportView
        report={report}
        isAdding={isAdding}
        isSigning={isSigning}
        onAdded={() => setIsAdding(false)}
        top={
          <>
            <LeftDraft report={report} />
            {!mayWrite && <OthersDraft owner={ownerName} acts={acts} />}
            <ActForm acts={acts} />
            {isSigning && <SignPanel report={report} onDone={() => showSign(false)} />}
            <Standing report={report} />
          </>
        }
      />
    </>
  );
}

/** What it waits for, and why it is as it is. */
function Standing({ report }: { readonly report: Report }) {
  const t = useText();
  const { state, printCount, printedAsHeld, voidReason } = report;
  if (state === 'void')
    return <div className="banner late">{t('reports.voidedBecause', { reason: voidReason })}</div>;
  if (!beginsFrom('report', 'sign', state) || printedAsHeld) return null;
  return (
    <div className="banner soon">{t(printCount === 0 ? 'reports.printFirst' : 'reports.printAgain')}</div>
  );
}
