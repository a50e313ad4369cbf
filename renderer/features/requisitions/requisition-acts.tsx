import { useState } from 'react';
import { beginsFrom } from '#shared/nouns/index.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useText } from '../../app/text.ts';
import { Acts } from '../../components/acts-slot.tsx';
import { ReasonPanel } from '../../components/form/reason-panel.tsx';
import { OthersDraft } from '../../components/others-draft.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { OverLimitBanner, OwnBanner } from './act-banners.tsx';
import { DecidingActs, FurtherActs } from './act-buttons.tsx';
import { IssuedBanner } from './issued-banner.tsx';
import { LeftDraft } from './left-draft.tsx';
import { RequisitionCard } from './requisition-card.tsx';
import type { Requisition } from './requisition-types.ts';
import { useRequisitionActs, type Reasoned, type RequisitionActs } from './use-requisition-acts.ts';

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
  const takeBack = () => void acts.withdraw.run({ ...target, reason: '' });

  return (
    <>
      <Acts>
        {beginsFrom('requisition', 'approve', requisition.state) ? (
          <DecidingActs
            requisition={requisition}
            severalTicked={severalTicked}
            onApprove={() => void acts.approve.run({ ...target, reason: '' })}
            onTakeBack={takeBack}
            onAsk={setAsking}
            // A reason is being written: its own buttons are the ones to press.
            pending={acts.pending || asking !== null}
          />
        ) : (
          <FurtherActs
            requisition={requisition}
            pending={acts.pending || asking !== null}
            onTakeBack={takeBack}
            onAsk={setAsking}
          />
        )}
      </Acts>
      <RequisitionCard
        requisition={requisition}
        top={
          <>
            <LeftDraft requisition={requisition} />
            <DraftOfAnother requisition={requisition} takeOver={acts.takeOver} />
            {asking !== null && (
              <AskedReason
                act={asking}
                requisition={requisition}
                running={acts[asking]}
                onDone={() => setAsking(null)}
              />
            )}
            <TroubleBanner trouble={acts.approve.trouble ?? acts.withdraw.trouble} />
            <OwnBanner requisition={requisition} />
            <IssuedBanner requisition={requisition} />
            <OverLimitBanner requisition={requisition} onAsk={setAsking} />
          </>
        }
      />
    </>
  );
}

function DraftOfAnother({
  requisition: { id, version, state, mayWrite, ownerName },
  takeOver,
}: {
  readonly requisition: Requisition;
  readonly takeOver: RequisitionActs['takeOver'];
}) {
  const mayAct = useMayAct('requisition');
  if (mayWrite || !mayAct('takeOver', state)) return null;
  return (
    <OthersDraft owner={ownerName} {...takeOver} onTakeOver={() => void takeOver.run({ id, version })} />
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
  readonly running: RequisitionActs[Reasoned];
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
