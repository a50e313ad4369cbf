import type { Card } from './card.ts';

export const requisitionStates = [
  'draft',
  'submitted',
  'approved',
  'rejected',
  'partlyIssued',
  'issued',
  'cleared',
  'void',
] as const;
export type RequisitionState = (typeof requisitionStates)[number];

const may = {
  'requisitions.view': 'everybody',
  'requisitions.write': ['clerk', 'warehouse', 'technician', 'leader'],
  'requisitions.approve': ['leader'],
  'requisitions.issue': ['warehouse'],
  'requisitions.clear': ['clerk', 'warehouse', 'leader'],
  'requisitions.allow': ['leader'],
} as const;

/** A request for parts: approved, issued, then cleared (备用件领料单). */
export const requisitionCard = {
  code: 'l',
  prefix: 'LL',
  path: '/requisitions',
  attachable: true,
  states: requisitionStates,
  papers: ['requisition', 'pick-list', 'issue-slip'],
  may,
  acts: {
    edit: { from: ['draft'], may: 'requisitions.write' },
    takeOver: { from: ['draft'], may: 'requisitions.write' },
    submit: { from: ['draft'], may: 'requisitions.write' },
    withdraw: { from: ['submitted', 'rejected'], may: 'requisitions.write', reason: true },
    void: { from: ['draft', 'submitted', 'rejected', 'approved'], may: 'requisitions.write', reason: true },
    approve: { from: ['submitted'], may: 'requisitions.approve' },
    reject: { from: ['submitted'], may: 'requisitions.approve', reason: true },
    askOverLimit: {
      from: ['submitted', 'approved', 'partlyIssued'],
      may: 'requisitions.write',
      reason: true,
    },
    allowOverLimit: {
      from: ['submitted', 'approved', 'partlyIssued'],
      may: 'requisitions.allow',
      reason: true,
    },
    issue: { from: ['approved', 'partlyIssued'], may: 'requisitions.issue' },
    closeRest: { from: ['approved', 'partlyIssued'], may: 'requisitions.write', reason: true },
    clear: { from: ['partlyIssued', 'issued'], may: 'requisitions.clear' },
  },
  decisions: {
    'requisition.approve': { may: 'requisitions.approve', hasAmount: true },
    'requisition.allowOverLimit': { may: 'requisitions.allow', hasAmount: true },
  },
  duties: ['partsUncleared', 'requisitionDecision'],
} as const satisfies Card<RequisitionState, keyof typeof may>;
