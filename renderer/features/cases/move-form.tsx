import { useEffect, useRef, useState } from 'react';
import { App } from 'antd';
import { moveNeedsReason, movesFrom } from '#shared/domain/case-moves.ts';
import type { CaseState } from '#shared/nouns/case.card.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { CaseFacts } from './case-page.tsx';

/** Moves the case on: a digit chooses the state, Enter leads to the reason, Ctrl+S saves. */
export function MoveForm({ facts, onDone }: { readonly facts: CaseFacts; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const moves = movesFrom(facts.state);
  const form = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<CaseState | null>(null);
  const [reason, setReason] = useState('');
  const act = useAct(service.cases.move, {
    done: () => {
      void message.success(
        t('cases.moved', {
          number: facts.number,
          state: state === null ? '' : stateWord(t, 'caseState', state),
        }),
      );
      onDone();
    },
  });
  // The digits choose at once.
  useEffect(() => form.current?.querySelector<HTMLElement>('[role="radio"]')?.focus(), []);
  const needsReason = state !== null && moveNeedsReason(facts.state, state);
  const isReady = state !== null && (!needsReason || reason.trim() !== '');
  const save = () => {
    if (state !== null && isReady) void act.run({ id: facts.id, version: facts.version, state, reason });
  };
  return (
    <Card title={t('cases.moveTitle')}>
      <div className="inside" data-testid="move-form" ref={form}>
        <PlainForm trouble={act.trouble} onSave={save}>
          <Fields>
            <Field label="cases.moveTo" name="state" trouble={act.trouble}>
              <ChoiceButtons
                numbered
                value={state}
                onChange={setState}
                choices={moves.map((value) => ({
                  value,
                  label: stateWord(t, 'caseState', value),
                  tone: value === 'void' ? ('late' as const) : undefined,
                }))}
              />
            </Field>
            <Field
              label="cases.moveReason"
              name="reason"
              trouble={act.trouble}
              needed={needsReason}
              hint={needsReason && reason.trim() === '' ? t('cases.moveReasonNeeded') : undefined}
            >
              <ProseInput rows={1} maxLength={400} value={reason} onChange={setReason} />
            </Field>
          </Fields>
          <div className="row tight end">
            <KeyButton label="common.cancel" keys="Escape" onPress={onDone} />
            <KeyButton
              primary
              submit
              label="common.save"
              shownKeys="Ctrl+S"
              pending={act.pending}
              disabled={!isReady}
              onPress={save}
            />
          </div>
        </PlainForm>
      </div>
    </Card>
  );
}
