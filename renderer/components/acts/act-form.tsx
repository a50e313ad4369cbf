import { translateAny } from '#shared/messages/translate.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../card.tsx';
import { AskForm } from '../form/ask-form.tsx';
import { ReasonField } from '../form/reason-field.tsx';
import { TroubleBanner } from '../trouble-banner.tsx';
import type { OfferedAct } from './offered-acts.ts';
import type { Acts } from './use-acts.ts';
import { useFilling } from './use-filling.ts';

/** Asks what the chosen act must know, and says why an act was refused; nothing while there is neither. */
export function ActForm<Act extends string>({
  acts,
  inCard = false,
}: {
  readonly acts: Acts<Act>;
  /** Where no card stands around it. A panel brings its own. */
  readonly inCard?: boolean | undefined;
}) {
  const { chosen, close } = acts;
  if (!chosen) return <TroubleBanner trouble={acts.trouble} />;
  if (chosen.panel) return chosen.panel(close);
  const form = <AskAct key={chosen.act} acts={acts} one={chosen} />;
  return inCard ? <Card>{form}</Card> : form;
}

function AskAct<Act extends string>({
  acts,
  one,
}: {
  readonly acts: Acts<Act>;
  readonly one: OfferedAct<Act>;
}) {
  const t = useText();
  const form = useFilling(acts, one);
  const { word, label, asksReason, fields, danger, ways = [{ label, danger, with: {} }] } = one;
  const { named, trouble, pending, close } = acts;
  const { value, set } = form.draft;
  const reason = String(value['reason'] ?? '');
  const say = (what: string) => translateAny(t.language, `${word}${what}`, named);
  return (
    <AskForm
      name={asksReason ? 'reason' : 'act'}
      place={form.place}
      title={say('Title') ?? t(label)}
      note={acts.isOutOfDate ? t('common.changedUnderForm') : say('Note')}
      ways={ways.map((way) => ({ ...way, onConfirm: () => acts.run(one, { ...value, ...way.with }) }))}
      isLacking={(asksReason && reason.trim() === '') || one.isLacking?.(value) === true}
      pending={pending !== undefined}
      trouble={trouble}
      onCancel={close}
    >
      {asksReason && (
        <ReasonField trouble={trouble} value={reason} onChange={(next) => set({ reason: next })} />
      )}
      {fields?.(form)}
    </AskForm>
  );
}
