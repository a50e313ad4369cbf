import { App } from 'antd';
import { useText, type MessageKey } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Requisition } from './requisition-types.ts';

/** The acts that ask for a reason first. */
export type Reasoned = 'sendBack' | 'reject' | 'void' | 'closeRest' | 'askOverLimit' | 'allowOverLimit';
/** Everything that can be done to a requisition, ready to run. */
export type RequisitionActs = ReturnType<typeof useRequisitionActs>;

/** The acts upon a requisition, each with what is said of it afterwards; `onDecided` is told when it waits no longer. */
export function useRequisitionActs({ number, version, mayDecide }: Requisition, onDecided: () => void) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const say = (key: MessageKey, of: string) => void message.success(t(key, { number: of }));
  const { requisitions } = service;
  const approve = useAct(requisitions.approve, {
    done: (saved) => {
      // A signature before the last changes nothing of the requisition itself.
      say(saved.version === version ? 'decisions.signedWaits' : 'requisitions.approved', saved.number);
      onDecided();
    },
  });
  const reject = useAct(requisitions.reject, {
    done: () => {
      say('requisitions.rejected', number);
      onDecided();
    },
  });
  const withdraw = useAct(requisitions.withdraw, { done: () => say('requisitions.takenBack', number) });
  // A colleague of its writer may want to write on.
  const takeFromOther = useAct(requisitions.withdraw, { done: () => say('requisitions.sentBack', number) });
  const decideBack = useAct(service.decisions.sendBack, {
    done: () => {
      say('requisitions.sentBack', number);
      onDecided();
    },
  });
  // Whoever decides signs it, and goes on to the next.
  const sendBack = mayDecide
    ? {
        ...decideBack,
        run: (seen: { readonly id: string; readonly version: number; readonly reason: string }) =>
          decideBack.run({ ...seen, kind: 'requisition.approve' }),
      }
    : takeFromOther;
  const voiding = useAct(requisitions.void, { done: () => say('requisitions.voided', number) });
  const closeRest = useAct(requisitions.closeRest, { done: () => say('requisitions.restClosed', number) });
  const allowOverLimit = useAct(requisitions.allowOverLimit, {
    done: () => say('requisitions.allowed', number),
  });
  const askOverLimit = useAct(requisitions.askOverLimit, {
    done: () => say('requisitions.askedNow', number),
  });
  const takeOver = useAct(requisitions.takeOver, { done: () => say('requisitions.takenOver', number) });
  const all = {
    approve,
    takeOver,
    reject,
    withdraw,
    sendBack,
    void: voiding,
    closeRest,
    askOverLimit,
    allowOverLimit,
  };
  return { ...all, pending: Object.values(all).some((act) => act.pending) };
}
