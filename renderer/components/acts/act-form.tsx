import { useState, type ReactNode } from 'react';
import { translateAny } from '#shared/messages/translate.ts';
import type { MessageKey } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { AskForm } from '../form/ask-form.tsx';
import { Field } from '../form/field.tsx';
import { ReasonField } from '../form/reason-field.tsx';
import type { Bound } from '../form/use-form.ts';
import { TroubleBanner } from '../trouble-banner.tsx';
import type { Filled, Filling } from './told-act.ts';
import type { OfferedAct } from './offered-acts.ts';
import type { Acts } from './use-acts.ts';

/** Asks what the chosen act must know, and says why an act was refused; nothing while there is neither. */
export function ActForm<Act extends string>({ acts }: { readonly acts: Acts<Act> }) {
  const { chosen, close } = acts;
  if (!chosen) return <TroubleBanner trouble={acts.trouble} />;
  if (chosen.panel) return chosen.panel(close);
  return <AskAct key={chosen.act} acts={acts} one={chosen} />;
}

type Values = Filled<Readonly<Record<string, unknown>>>;

function AskAct<Act extends string>({
  acts,
  one,
}: {
  readonly acts: Acts<Act>;
  readonly one: OfferedAct<Act>;
}) {
  const t = useText();
  const {
    word,
    label,
    asksReason,
    Fields,
    danger,
    start,
    isLacking,
    ways = [{ label, danger, with: {} }],
  } = one;
  const { named, trouble, pending, close } = acts;
  const [values, setValues] = useState<Values>({ ...(asksReason ? { reason: '' } : {}), ...start });
  const set = (change: Values) => setValues((before) => ({ ...before, ...change }));
  const reason = String(values['reason'] ?? '');
  const filling: Filling<Values> = {
    values,
    set,
    bind: (name) => ({ value: values[name], onChange: (next) => set({ [name]: next }) }),
    trouble,
  };
  const say = (what: string) => translateAny(t.language, `${word}${what}`, named);
  return (
    <AskForm
      name={asksReason ? 'reason' : 'act'}
      title={say('Title') ?? t(label)}
      note={say('Note')}
      ways={ways.map((way) => ({ ...way, onConfirm: () => acts.run(one, { ...values, ...way.with }) }))}
      isLacking={(asksReason && reason.trim() === '') || isLacking?.(values) === true}
      pending={pending !== undefined}
      trouble={trouble}
      onCancel={close}
    >
      {asksReason && (
        <ReasonField trouble={trouble} value={reason} onChange={(next) => set({ reason: next })} />
      )}
      {Fields && <Fields filling={filling} />}
    </AskForm>
  );
}

/** A field of an act, tied to the value of its name. */
export function ActField<AllValues, Name extends keyof AllValues & string>({
  filling,
  name,
  children,
  ...rest
}: {
  readonly filling: Filling<AllValues>;
  readonly name: Name;
  readonly label: MessageKey;
  readonly needed?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly children: (bound: Bound<AllValues[Name] | null>) => ReactNode;
}) {
  return (
    <Field name={name} trouble={filling.trouble} {...rest}>
      {children(filling.bind(name))}
    </Field>
  );
}
