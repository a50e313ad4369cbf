import { beginsFrom } from '#shared/nouns/index.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Acts } from '../../components/acts-slot.tsx';
import { OthersDraft } from '../../components/others-draft.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { OverLimitBanner, OwnBanner } from './act-banners.tsx';
import { IssuedBanner } from './issued-banner.tsx';
import { LeftDraft } from './left-draft.tsx';
import { RequisitionCard } from './requisition-card.tsx';
import type { Requisition } from './requisition-types.ts';
import { useRequisitionActs } from './use-requisition-acts.ts';

/** A requisition with everything that can be done to it now, by whoever looks at it. */
export function RequisitionWithActs({
  requisition,
  ...deciding
}: {
  readonly requisition: Requisition;
  /** Several are ticked in the list: the approval is theirs then. */
  readonly severalTicked: boolean;
  /** It waits no longer: go on to the next. */
  readonly onDecided: () => void;
}) {
  const t = useText();
  const acts = useRequisitionActs(requisition, deciding);
  const { id, number, state, mayWrite, ownerName } = requisition;
  return (
    <>
      <Acts>
        {acts.find('void')?.disabled && <span className="mut sm cut">{t('requisitions.voidOfOthers')}</span>}
        <ActBar acts={acts} only={['void', 'withdraw', 'closeRest', 'reject', 'approve']} />
        {beginsFrom('requisition', 'issue', state) && (
          <PaperActions
            kind="pick-list"
            documentId={id}
            name={number}
            label="requisitions.pickList"
            keys="F7"
            showsHistory={false}
          />
        )}
        <ActBar acts={acts} only={['clear', 'issue']} />
      </Acts>
      <RequisitionCard
        requisition={requisition}
        top={
          <>
            <LeftDraft requisition={requisition} />
            {!mayWrite && <OthersDraft owner={ownerName} acts={acts} />}
            <ActForm acts={acts} />
            <OwnBanner requisition={requisition} />
            <IssuedBanner requisition={requisition} />
            <OverLimitBanner requisition={requisition} acts={acts} />
          </>
        }
      />
    </>
  );
}
