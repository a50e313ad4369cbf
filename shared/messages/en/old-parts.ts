import type { oldParts as chinese } from '../zh-CN/old-parts.ts';

/** Words of the old parts. */
export const oldParts = {
  exportName: 'Old parts',
  partNumber: 'Part no.',
  partName: 'Name',
  quantity: 'Quantity',
  holder: 'Holder',
  caseNumber: 'Case',
  requisitionNumber: 'Requisition',
  plate: 'Plate',
  fault: 'Fault',
  dueDay: 'Due',
  overdueDays: 'Days overdue',
  receivedAt: 'Received',
  receivedBy: 'Received by',
  withdrawn_returned: 'New part returned unused; there is no old part',
  withdrawn_lost: 'New part lost or scrapped; there is no old part',
  store: 'Store',
  waiveReason: 'Reason waived',
} as const satisfies Record<keyof typeof chinese, string>;
