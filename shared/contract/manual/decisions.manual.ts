import type { decisionsContract } from '../decisions.contract.ts';
import { editing, idOf, type ManualOf } from './manual.ts';

const reason = '请补充故障照片';

export const decisionsManual = {
  inbox: {
    summary: 'What waits for a decision of the person who asks, the oldest first.',
    example: { kinds: ['requisition.approve'] },
  },
  count: { summary: 'How much waits for a decision of the person who asks, and since when.', example: {} },
  of: {
    summary: 'The signatures under the decisions on a record.',
    example: { kind: 'requisition', id: idOf('requisition') },
  },
  approve: {
    summary: 'Approves what waits: requisition, over-limit, report, supplement or waived old part.',
    example: { kind: 'requisition.approve', ...editing('requisition'), reason: '' },
  },
  reject: {
    summary: 'Rejects what waits, with a reason.',
    example: { kind: 'requisition.approve', ...editing('requisition'), reason },
  },
  sendBack: {
    summary: 'Gives what waits back to its author as a draft, with a reason.',
    example: { kind: 'requisition.approve', ...editing('requisition'), reason },
  },
  approveSeveral: {
    summary: 'Approves several, each for itself, and tells which refusal each met.',
    example: { decisions: [{ kind: 'requisition.approve', ...editing('requisition') }] },
  },
} as const satisfies ManualOf<typeof decisionsContract>;
