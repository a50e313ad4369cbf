import type { contacts as chinese } from '../zh-CN/contacts.ts';

/** Calls and letters: the card during a call, and the register. */
export const contacts = {
  exportName: 'Calls and letters',
  kind: 'Kind',
  direction: 'In / out',
  telephone: 'Telephone',
  callerName: 'Caller',
  customer: 'Customer',
  unit: 'Unit',
  category: 'Category',
  urgency: 'Urgency',
  summary: 'Subject',
  answer: 'Answer',
  caseNumber: 'Case',
  senderReference: "Sender's reference",
  receivedDay: 'Received',
  voidReason: 'Why void',
} as const satisfies Record<keyof typeof chinese, string>;
