import { moveNeedsReason, movesFrom } from '#shared/domain/case-moves.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import type { ActFields, AskedOf } from '../../components/acts/told-act.ts';
import { useActs } from '../../components/acts/use-acts.ts';
import { FormField } from '../../components/form/form.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { useService, type Service } from '../../service/service-context.tsx';
import type { CaseFacts } from './case-page.tsx';
import { EditForm } from './edit-form.tsx';

type Move = AskedOf<Service['cases']['move']>;
/** What can be done with a case now. */
export type ActsOfCase = ReturnType<typeof useCaseActs>;

/** The acts upon a case: it is changed, and moved on by a digit. */
export function useCaseActs(facts: CaseFacts) {
  const t = useText();
  const { cases } = useService();
  const { number, state: from } = facts;
  return useActs('case', facts, cases, {
    edit: { label: 'cases.editAct', panel: (close) => <EditForm facts={facts} onDone={close} /> },
    move: {
      label: 'cases.moveAct',
      keys: 'F6',
      start: { state: null, reason: '' },
      isLacking: ({ state, reason }) =>
        state === null || (moveNeedsReason(from, state) && reason.trim() === ''),
      fields: (form) => <MoveFields from={from} form={form} />,
      said: (_saved, { state }) =>
        t('cases.moveDone', { number, state: state === null ? '' : stateWord(t, 'caseState', state) }),
    },
  });
}

function MoveFields({ from, form }: ActFields<Move> & { readonly from: CaseFacts['state'] }) {
  const t = useText();
  const { state, reason } = form.draft.value;
  const needsReason = state !== null && moveNeedsReason(from, state);
  return (
    <>
      <FormField form={form} name="state" label="cases.moveTo">
        {(bound) => (
          <ChoiceButtons
            {...bound}
            numbered
            choices={movesFrom(from).map((value) => ({
              value,
              label: stateWord(t, 'caseState', value),
              tone: value === 'void' ? ('late' as const) : undefined,
            }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="reason"
        label="cases.moveReason"
        needed={needsReason}
        hint={needsReason && reason.trim() === '' ? t('cases.moveReasonNeeded') : undefined}
      >
        {(bound) => <ProseInput {...bound} rows={1} maxLength={400} />}
      </FormField>
    </>
  );
}
