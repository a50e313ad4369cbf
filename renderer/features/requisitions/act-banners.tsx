import { beginsFrom } from '#shared/nouns/index.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Requisition } from './requisition-types.ts';
import type { RequisitionActs } from './use-requisition-acts.ts';

/** Says to one of those who approve why this one is not theirs to decide. */
export function OwnBanner({ requisition: { mayNotBecause } }: { readonly requisition: Requisition }) {
  const t = useText();
  const may = useMay();
  if (mayNotBecause !== 'OWN_REQUISITION' || !may('requisitions.approve')) return null;
  return <div className="banner">{t('refusals.OWN_REQUISITION')}</div>;
}

/** Tells whoever rewrites a draft why it was not agreed to. */
export function SentBackBanner({
  requisition: { decidedAt, decidedByName, decisionReason },
}: {
  readonly requisition: Requisition;
}) {
  const t = useText();
  if (decidedAt === null) return null;
  return (
    <div className="banner soon" data-testid="sent-back">
      <span className="mut">{t.moment(decidedAt)}</span>
      <span className="grow wrap">
        {t('requisitions.stepSentBack', { by: decidedByName, reason: decisionReason })}
      </span>
    </div>
  );
}

/** A holder over the limit draws nothing more; a leader may allow it, everybody else asks for it. */
export function OverLimitBanner({
  requisition: { holder, state, allowedByName, allowAskReason: reason },
  acts,
}: {
  readonly requisition: Requisition;
  readonly acts: RequisitionActs;
}) {
  const t = useText();
  const waits = beginsFrom('requisition', 'allowOverLimit', state);
  if (!holder.overLimit || allowedByName !== '' || !waits) return null;
  const offered = acts.find('allowOverLimit') ?? acts.find('askOverLimit');
  return (
    <div className="banner soon" data-testid="over-limit">
      <span className="grow">
        {t('requisitions.overLimitStops', { holder: holder.name })}
        {reason !== null && <> {t('requisitions.overLimitAsked', { reason })}</>}
      </span>
      {offered && (
        <button type="button" className="link" onClick={() => acts.press(offered)}>
          {t(offered.label)}
        </button>
      )}
    </div>
  );
}
