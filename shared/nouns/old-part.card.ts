import type { Card } from './card.ts';

export const oldPartStates = ['due', 'in', 'waived'] as const;
export type OldPartState = (typeof oldPartStates)[number];

const may = {
  'oldParts.view': 'everybody',
  'oldParts.receive': ['clerk', 'warehouse', 'quality'],
  'oldParts.askWaive': ['clerk', 'warehouse', 'technician', 'leader'],
  'oldParts.waive': ['leader'],
} as const;

/** A replaced part that is tagged and brought back (旧件). */
export const oldPartCard = {
  prefix: 'JJ',
  path: '/old-parts',
  attachable: true,
  states: oldPartStates,
  papers: ['old-part-tag'],
  may,
  acts: {
    askWaive: { from: ['due'], may: 'oldParts.askWaive', reason: true },
    waive: { from: ['due'], may: 'oldParts.waive', reason: true },
  },
  decisions: { 'oldPart.waive': { may: 'oldParts.waive', hasAmount: false } },
  duties: ['oldPartDue'],
} as const satisfies Card<OldPartState, keyof typeof may>;
