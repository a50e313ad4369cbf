import { useState } from 'react';
import { App } from 'antd';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { Acts } from './acts-slot.tsx';
import { IssuedBanner } from './issued-banner.tsx';
import { ReasonPanel } from './reason-panel.tsx';
import { RequisitionCard } from './requisition-card.tsx';
import type { Requisition } from './requisition-types.ts';

/** The acts that ask for a reason first. */
type Reasoned = 'reject' | 'void' | 'closeRest' | 'allowOverLimit';

/** A requisition with everything that can be done to it now, by whoever looks at it. */
export function RequisitionWithActs({
  requisition,
  severalTicked,
  onDecided,
}: {
  readonly requisition: Requisition;
  /** Several are ticked in the list: the approval is theirs then. */
  readonly severalTicked: boolean;
  /** It waits no longer: go on to the next. */
  readonly onDecided: () => void;
}) {
  const [asking, setAsking] = useState<Reasoned | null>(null);
  const acts = useRequisitionActs(requisition, onDecided);
  const { id, version } = requisition;
  const target = { id, version };

  return (
    <>
      <Acts>
        {requisition.state === 'submitted' ? (
          <DecidingActs
            requisition={requisition}
            severalTicked={severalTicked}
            onApprove={() => void acts.approve.run({ ...target, reason: '' })}
            onTakeBack={() => void acts.withdraw.run(target)}
            onReject={() => setAsking('reject')}
            // A reason is being written: its own buttons are the ones to press.
            pending={acts.pending || asking !== null}
          />
        ) : (
          <FurtherActs
            requisition={requisition}
            pending={acts.pending || asking !== null}
            onTakeBack={() => void acts.withdraw.run(target)}
            onAsk={setAsking}
          />
        )}
      </Acts>
      <RequisitionCard
        requisition={requisition}
        top={
          <>
            {asking !== null && (
              <AskedReason
                act={asking}
                requisition={requisition}
                running={acts[asking]}
                onDone={() => setAsking(null)}
              />
            )}
            <TroubleBanner trouble={acts.approve.trouble ?? acts.withdraw.trouble} />
            <IssuedBanner requisition={requisition} />
            <OverLimitBanner requisition={requisition} onAllow={() => setAsking('allowOverLimit')} />
          </>
        }
      />
    </>
  );
}

type Acting = ReturnType<typeof useRequisitionActs>;

function useRequisitionActs({ number }: Requisition, onDecided: () => void) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const say = (key: MessageKey, of: string) => void message.success(t(key, { number: of }));
  const { requisitions } = service;
  const approve = useAct(requisitions.approve, {
    done: (saved) => {
      say('requisitions.approved', saved.number);
      onDecided();
    },
  });
  const reject = useAct(requisitions.reject, {
    done: () => {
      say('requisitions.rejected', number);
      onDecided();
    },
  });
  const withdraw = useAct(requisitions.withdraw, { done: () => say('requisitions.takenBack', number) });
  const voiding = useAct(requisitions.void, { done: () => say('requisitions.voided', number) });
  const closeRest = useAct(requisitions.closeRest, { done: () => say('requisitions.restClosed', number) });
  const allowOverLimit = useAct(requisitions.allowOverLimit, {
    done: () => say('requisitions.allowed', number),
  });
  const all = { approve, reject, withdraw, void: voiding, closeRest, allowOverLimit };
  return { ...all, pending: Object.values(all).some((act) => act.pending) };
}

/** While it waits for a decision: approve and go on, send back, reject; or take it back oneself. */
function DecidingActs({
  requisition: { mayDecide, mayNotBecause },
  severalTicked,
  onApprove,
  onTakeBack,
  onReject,
  pending,
}: {
  readonly requisition: Requisition;
  readonly severalTicked: boolean;
  readonly onApprove: () => void;
  readonly onTakeBack: () => void;
  readonly onReject: () => void;
  readonly pending: boolean;
}) {
  const t = useText();
  const may = useMay();
  const isOwn = mayNotBecause === 'OWN_REQUISITION';
  return (
    <>
      {isOwn && may('requisitions.approve') && (
        <span className="soon sm">{t('refusals.OWN_REQUISITION')}</span>
      )}
      {may('requisitions.write') && (
        <KeyButton
          label={mayDecide ? 'requisitions.sendBack' : 'requisitions.takeBack'}
          keys="F6"
          disabled={pending}
          onPress={onTakeBack}
        />
      )}
      {may('requisitions.approve') && (
        <>
          <KeyButton label="requisitions.reject" disabled={!mayDecide || pending} onPress={onReject} />
          {!severalTicked && (
            <KeyButton
              primary
              label="requisitions.approveAndNext"
              keys="F9"
              disabled={!mayDecide}
              pending={pending}
              onPress={onApprove}
            />
          )}
        </>
      )}
    </>
  );
}

/** Once it is decided: issue, account for, end what is needed no more. */
function FurtherActs({
  requisition: { id, number, state, issues },
  pending,
  onTakeBack,
  onAsk,
}: {
  readonly requisition: Requisition;
  readonly pending: boolean;
  readonly onTakeBack: () => void;
  readonly onAsk: (act: Reasoned) => void;
}) {
  const may = useMay();
  const open = useOpen();
  const { path } = useWhereabouts();
  const isOpen = state === 'approved' || state === 'partlyIssued';
  const isHeld = state === 'partlyIssued' || state === 'issued';
  const mayVoid = state === 'approved' || state === 'rejected';
  return (
    <>
      {may('requisitions.write') && mayVoid && issues.length === 0 && (
        <KeyButton label="requisitions.void" disabled={pending} onPress={() => onAsk('void')} />
      )}
      {may('requisitions.write') && state === 'rejected' && (
        <KeyButton primary label="requisitions.rewrite" keys="F6" pending={pending} onPress={onTakeBack} />
      )}
      {may('requisitions.write') && state === 'partlyIssued' && (
        <KeyButton label="requisitions.closeRest" disabled={pending} onPress={() => onAsk('closeRest')} />
      )}
      {may('papers.print') && isOpen && (
        <KeyButton
          label="requisitions.pickList"
          keys="F7"
          onPress={() =>
            showPaper({ kind: 'document', paperKind: 'pick-list', documentId: id, name: number })
          }
        />
      )}
      {may('requisitions.clear') && isHeld && (
        <KeyButton
          primary={!isOpen || !may('requisitions.issue')}
          label="requisitions.clear"
          keys="F8"
          onPress={() => open(`${path}?do=clear`)}
        />
      )}
      {may('requisitions.issue') && isOpen && (
        <KeyButton
          primary
          label="requisitions.issue"
          keys="F9"
          onPress={() => open(`${pathOfRecord('requisition', id)}?do=issue`)}
        />
      )}
    </>
  );
}

/** A holder over the limit draws nothing more; a leader whom it does not concern may allow it. */
function OverLimitBanner({
  requisition: { holder, state, allowedByName },
  onAllow,
}: {
  readonly requisition: Requisition;
  readonly onAllow: () => void;
}) {
  const t = useText();
  const may = useMay();
  const waits = ['submitted', 'approved', 'partlyIssued'].includes(state);
  if (!holder.overLimit || allowedByName !== '' || !waits) return null;
  return (
    <div className="banner soon">
      <span className="grow">{t('requisitions.overLimitStops', { holder: holder.name })}</span>
      {may('requisitions.allow') && (
        <button type="button" className="link" onClick={onAllow}>
          {t('requisitions.allowOverLimit')}
        </button>
      )}
    </div>
  );
}

function AskedReason({
  act,
  requisition: { id, version, number, holder },
  running,
  onDone,
}: {
  readonly act: Reasoned;
  readonly requisition: Requisition;
  readonly running: Acting[Reasoned];
  readonly onDone: () => void;
}) {
  const t = useText();
  const confirm = async (reason: string) => {
    if ((await running.run({ id, version, reason })) !== undefined) onDone();
  };
  const cancel = () => {
    running.forget();
    onDone();
  };
  return (
    <ReasonPanel
      title={t(`requisitions.${act}Title`, { number, holder: holder.name })}
      note={t(`requisitions.${act}Note`)}
      label={`requisitions.${act}`}
      danger={act === 'reject' || act === 'void'}
      pending={running.pending}
      trouble={running.trouble}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={cancel}
    />
  );
}
