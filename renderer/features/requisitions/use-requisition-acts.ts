import { beginsFrom } from '#shared/nouns/index.ts';
import { useActs } from '../../components/acts/use-acts.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import type { Requisition } from './requisition-types.ts';

/** Everything that can be done to a requisition now. */
export type RequisitionActs = ReturnType<typeof useRequisitionActs>;

/** The acts upon a requisition; `onDecided` is told when it waits no longer. */
export function useRequisitionActs(
  requisition: Requisition,
  { severalTicked = false, onDecided }: { severalTicked?: boolean; onDecided?: () => void } = {},
) {
  const t = useText();
  const open = useOpen();
  const { requisitions, decisions } = useService();
  const { id, number, state, issues, holder, isOwn, mayDecide, mayVoid, allowAskReason } = requisition;
  const waits = beginsFrom('requisition', 'approve', state);
  const path = pathOfRecord('requisition', id);
  const mayAct = useMayAct('requisition');
  const saysAfter = (key: 'requisitions.sentBack' | 'requisitions.takenBack') => () => t(key, { number });
  // Whoever decides signs it, and goes on to the next; a colleague of its writer may want to write on.
  const signsBack = mayDecide && {
    call: (input: { id: string; version: number; reason: string; operationId: string }) =>
      decisions.sendBack.call({ ...input, kind: 'requisition.approve' }),
    done: onDecided,
  };
  const takesBack = { isAtOnce: true, start: { reason: '' }, said: saysAfter('requisitions.takenBack') };
  return useActs(
    'requisition',
    requisition,
    requisitions,
    {
      edit: false,
      submit: false,
      takeOver: { label: 'common.takeOver' },
      void: !waits && issues.length === 0 && { danger: true, disabled: !mayVoid },
      withdraw: !waits
        ? { label: 'requisitions.rewrite', keys: 'F6', primary: true, ...takesBack }
        : isOwn
          ? { label: 'requisitions.takeBack', keys: 'F6', ...takesBack }
          : {
              label: 'requisitions.sendBack',
              keys: 'F6',
              said: saysAfter('requisitions.sentBack'),
              ...signsBack,
            },
      closeRest: issues.length > 0 && {},
      reject: { keys: 'F8', danger: true, disabled: !mayDecide, done: onDecided },
      approve: !severalTicked && {
        label: 'requisitions.approveAndNext',
        keys: 'F9',
        primary: true,
        disabled: !mayDecide,
        start: { reason: '' },
        done: onDecided,
      },
      clear: { keys: 'F8', primary: !mayAct('issue', state), goes: () => open(`${path}?do=clear`) },
      issue: { keys: 'F9', primary: true, goes: () => open(`${path}?do=issue`) },
      // Who may allow it asks nobody, and nobody asks twice.
      askOverLimit: !mayAct('allowOverLimit', state) && allowAskReason === null && {},
    },
    { holder: holder.name },
  );
}
