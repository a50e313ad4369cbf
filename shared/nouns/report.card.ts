import type { Card } from './card.ts';

export const reportStates = ['draft', 'finished', 'signed', 'approved', 'filed', 'void'] as const;
export type ReportState = (typeof reportStates)[number];

const may = {
  'reports.view': 'everybody',
  'reports.write': ['clerk', 'technician', 'leader'],
  'reports.sign': ['clerk', 'technician', 'leader'],
  'reports.approve': ['leader'],
} as const;

/** What was found and done, signed by the customer (服务报告). */
export const reportCard = {
  code: 'm',
  prefix: 'FB',
  path: '/reports',
  personal: true,
  attachable: true,
  states: reportStates,
  papers: ['service-report'],
  may,
  acts: {
    edit: { from: ['draft'], may: 'reports.write' },
    takeOver: { from: ['draft'], may: 'reports.write' },
    finish: { from: ['draft'], may: 'reports.write' },
    reopen: { from: ['finished'], may: 'reports.write', reason: true },
    sign: { from: ['finished'], may: 'reports.sign' },
    approve: { from: ['signed'], may: 'reports.approve' },
    file: { from: ['approved'], may: 'reports.approve' },
    void: { from: ['draft', 'finished'], may: 'reports.approve', reason: true },
    addSupplement: { from: ['signed', 'approved', 'filed'], may: 'reports.write' },
    decideSupplement: { from: ['signed', 'approved', 'filed'], may: 'reports.approve' },
  },
  decisions: {
    'report.approve': { may: 'reports.approve', hasAmount: true },
    'supplement.approve': { may: 'reports.approve', hasAmount: false },
  },
  duties: ['reportNotBack', 'reportDecision', 'supplementDecision'],
} as const satisfies Card<ReportState, keyof typeof may>;
