import type { requisitions as chinese } from '../zh-CN/requisitions.ts';

/** Words of the requisitions. */
export const requisitions = {
  exportName: 'Requisitions',
  holder: 'Holder',
  customer: 'Customer',
  plate: 'Plate',
  caseNumber: 'Case',
  purpose: 'Purpose',
  amount: 'Amount',
  createdAt: 'Written',
  createdBy: 'Written by',
  submittedBy: 'Submitted by',
  partNumber: 'Part no.',
  partName: 'Name',
  quantity: 'Quantity',
  issuedQuantity: 'Issued',
  clearedQuantity: 'Cleared',
  fault: 'Fault',
} as const satisfies Record<keyof typeof chinese, string>;
