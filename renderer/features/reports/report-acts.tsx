import { useState } from 'react';
import { App } from 'antd';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useText, type MessageKey } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { OthersDraft } from '../../components/others-draft.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { LeftDraft } from './left-draft.tsx';
import type { Report } from './report-types.ts';
import { ReportView } from './report-view.tsx';
import { SignPanel } from './sign-panel.tsx';
import { VoidReport } from './void-report.tsx';

type Asking = 'reopen' | 'void' | null;

/** A report that is finished, with everything that can be done to it now, by whoever looks at it. */
export function ReportWithActs({
  report,
  onDecided,
}: {
  readonly report: Report;
  /** It waits no longer: go on to the next. */
  readonly onDecided: () => void;
}) {
  const [asking, setAsking] = useState<Asking>(null);
  const [isAdding, setIsAdding] = useState(false);
  const open = useOpen();
  const { search } = useWhereabouts();
  const path = pathOfRecord('report', report.id);
  const mayAct = useMayAct('report');
  const isSigning = search['do'] === 'sign' && mayAct('sign', report.state);
  const acts = useReportActs(report, onDecided);
  const done = () => setAsking(null);
  return (
    <>
      <Acts>
        <ActsOfState
          report={report}
          acts={acts}
          isSigning={isSigning}
          onAsk={(next) => setAsking(asking === next ? null : next)}
          onSign={() => open(isSigning ? path : `${path}?do=sign`, { replace: true })}
          onAdd={() => setIsAdding(!isAdding)}
        />
      </Acts>
      <ReportView
        report={report}
        isAdding={isAdding}
        isSigning={isSigning}
        onAdded={() => setIsAdding(false)}
        top={
          <>
            <LeftDraft report={report} />
            <DraftOfAnother report={report} />
            {asking === 'reopen' && <ReopenReport report={report} onDone={done} />}
            {asking === 'void' && <VoidReport report={report} onDone={done} />}
            {isSigning && <SignPanel report={report} onDone={() => open(path, { replace: true })} />}
            <TroubleBanner trouble={acts.approve.trouble ?? acts.file.trouble} />
            <Standing report={report} />
          </>
        }
      />
    </>
  );
}

function DraftOfAnother({
  report: { id, version, number, state, mayWrite, ownerName },
}: {
  readonly report: Report;
}) {
  const t = useText();
  const mayAct = useMayAct('report');
  const service = useService();
  const { message } = App.useApp();
  const takeOver = useAct(service.reports.takeOver, {
    done: () => void message.success(t('reports.takenOver', { number })),
  });
  if (mayWrite || !mayAct('takeOver', state)) return null;
  return (
    <OthersDraft owner={ownerName} {...takeOver} onTakeOver={() => void takeOver.run({ id, version })} />
  );
}

type Acting = ReturnType<typeof useReportActs>;

function useReportActs({ number, version }: Report, onDecided: () => void) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const say = (key: MessageKey) => void message.success(t(key, { number }));
  const approve = useAct(service.reports.approve, {
    done: (saved) => {
      // A signature before the last changes nothing of the report itself.
      say(saved.version === version ? 'decisions.signedWaits' : 'reports.approved');
      onDecided();
    },
  });
  const file = useAct(service.reports.file, { done: () => say('reports.filed') });
  return { approve, file };
}

function ActsOfState({
  report,
  acts,
  isSigning,
  onAsk,
  onSign,
  onAdd,
}: {
  readonly report: Report;
  readonly acts: Acting;
  readonly isSigning: boolean;
  readonly onAsk: (act: Asking) => void;
  readonly onSign: () => void;
  readonly onAdd: () => void;
}) {
  const t = useText();
  const mayAct = useMayAct('report');
  const { id, version, number, state, printedAsHeld, mayDecide, mayNotBecause } = report;
  const target = { id, version };
  return (
    <>
      {mayAct('approve', state) && mayNotBecause === 'OWN_REPORT' && (
        <span className="soon sm cut">{t('refusals.OWN_REPORT')}</span>
      )}
      {mayAct('void', state) && <KeyButton label="reports.void" onPress={() => onAsk('void')} />}
      {mayAct('reopen', state) && (
        <KeyButton label="reports.reopen" keys="F6" onPress={() => onAsk('reopen')} />
      )}
      {mayAct('addSupplement', state) && (
        <KeyButton label="reports.addSupplement" keys="F7" onPress={onAdd} />
      )}
      {state !== 'void' && state !== 'draft' && (
        <PaperActions
          kind="service-report"
          documentId={id}
          name={number}
          primary={beginsFrom('report', 'sign', state) && !printedAsHeld}
          showsHistory={false}
        />
      )}
      {mayAct('sign', state) && (
        <KeyButton
          label="reports.sign"
          keys="F9"
          primary={printedAsHeld && !isSigning}
          chosen={isSigning}
          disabled={!printedAsHeld}
          onPress={onSign}
        />
      )}
      {mayAct('approve', state) && (
        <KeyButton
          primary
          label="reports.approveAndNext"
          keys="F9"
          disabled={!mayDecide}
          pending={acts.approve.pending}
          onPress={() => void acts.approve.run(target)}
        />
      )}
      {mayAct('file', state) && (
        <KeyButton
          primary
          label="reports.file"
          keys="F9"
          pending={acts.file.pending}
          onPress={() => void acts.file.run(target)}
        />
      )}
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

function ReopenReport({ report, onDone }: { readonly report: Report; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, version, number } = report;
  const act = useAct(service.reports.reopen, {
    done: () => void message.success(t('reports.reopened', { number })),
  });
  return (
    <ReasonPanel
      title={t('reports.reopenTitle', { number })}
      note={t('reports.reopenNote')}
      label="reports.reopen"
      pending={act.pending}
      trouble={act.trouble}
      onConfirm={(reason) => void act.run({ id, version, reason })}
      onCancel={onDone}
    />
  );
}
