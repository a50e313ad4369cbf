import type { Card } from './card.ts';

export const caseStates = [
  'registered',
  'toBeClarified',
  'assigned',
  'contacted',
  'inService',
  'awaitingParts',
  'awaitingCustomer',
  'resolved',
  'confirmed',
  'closed',
  'void',
] as const;
export type CaseState = (typeof caseStates)[number];

const may = {
  'cases.view': 'everybody',
  'cases.edit': ['clerk', 'technician', 'leader', 'quality'],
} as const;
const open = caseStates.filter((state) => state !== 'closed' && state !== 'void');

/** One problem of one customer, from the first contact to the closing (服务单). */
export const caseCard = {
  code: 'j',
  prefix: 'FW',
  path: '/cases',
  personal: true,
  attachable: true,
  states: caseStates,
  may,
  acts: {
    edit: { from: open, may: 'cases.edit' },
    move: { from: [...open, 'closed'], may: 'cases.edit' },
  },
} as const satisfies Card<CaseState, keyof typeof may>;
