import { beginsFrom } from '#shared/nouns/index.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Requisition } from './requisition-types.ts';

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
  onAsk,
}: {
  readonly requisition: Requisition;
  readonly onAsk: (act: 'allowOverLimit' | 'askOverLimit') => void;
}) {
  const t = useText();
  const mayAct = useMayAct('requisition');
  const waits = beginsFrom('requisition', 'allowOverLimit', state);
  if (!holder.overLimit || allowedByName !== '' || !waits) return null;
  const act = mayAct('allowOverLimit', state) ? 'allowOverLimit' : 'askOverLimit';
  return (
    <div className="banner soon" data-testid="over-limit">
      <span className="grow">
        {t('requisitions.overLimitStops', { holder: holder.name })}
        {reason !== null && <> {t('requisitions.overLimitAsked', { reason })}</>}
      </span>
      {mayAct(act, state) && (act === 'allowOverLimit' || reason === null) && (
        <button type="button" className="link" onClick={() => onAsk(act)}>
          {t(`requisitions.${act}`)}
        </button>
      )}
    </div>
  );
}
