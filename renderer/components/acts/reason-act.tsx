import { useState } from 'react';
import { App } from 'antd';
import type { Id } from '#shared/domain/ids.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useText, type MessageKey, type MessageParameters } from '../../app/text.ts';
import { useAct, type ActInput, type ActProcedure } from '../../service/use-act.ts';
import { AskForm } from '../form/ask-form.tsx';
import { ReasonField } from '../form/reason-field.tsx';

/** What an act with a reason takes. */
interface Reasoned {
  readonly operationId: Id<'operation'>;
  readonly reason: string;
}

/**
 * Asks for the reason of an act that stands on no card, and does it. The sentences that begin with `word` are its title, its
 * note and what is said afterwards: `duties.waive`, `duties.waiveTitle`, `duties.waiveNote`, `duties.waiveDone`.
 */
export function ReasonAct<Input extends Reasoned, Output>({
  word,
  procedure,
  input,
  named,
  danger,
  onDone,
  onCancel,
}: {
  readonly word: MessageKey;
  readonly procedure: ActProcedure<Input, Output>;
  readonly input: Omit<ActInput<Input>, 'reason'>;
  readonly named: MessageParameters;
  readonly danger?: boolean | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const say = (what: string) => translateAny(t.language, `${word}${what}`, named);
  const { run, pending, trouble } = useAct(procedure, {
    done: () => {
      void message.success(say('Done') ?? t('common.saved'));
      onDone();
    },
  });
  // An input without its reason, and the reason: the input again.
  const confirm = () => void run({ ...input, reason } as unknown as ActInput<Input>);
  return (
    <AskForm
      name="reason"
      title={say('Title') ?? t(word)}
      note={say('Note')}
      ways={[{ label: word, danger, onConfirm: confirm }]}
      isLacking={reason.trim() === ''}
      pending={pending}
      trouble={trouble}
      onCancel={onCancel}
    >
      <ReasonField trouble={trouble} value={reason} onChange={setReason} />
    </AskForm>
  );
}
