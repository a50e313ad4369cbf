import type { Card } from './card.ts';

export const contactStates = ['toBeClarified', 'answered', 'inCase', 'void'] as const;
export type ContactState = (typeof contactStates)[number];

const may = {
  'contacts.view': 'everybody',
  'contacts.record': ['clerk', 'technician', 'leader', 'quality'],
  'contacts.void': ['clerk', 'leader'],
} as const;

/** One call, letter or visit, in the order of time (来电来函记录). */
export const contactCard = {
  code: 'k',
  prefix: 'LD',
  path: '/contacts',
  personal: true,
  attachable: true,
  states: contactStates,
  papers: ['contact-record'],
  may,
  acts: {
    clarify: { from: ['toBeClarified'], may: 'contacts.record' },
    void: { from: ['toBeClarified', 'answered', 'inCase'], may: 'contacts.void', reason: true },
  },
  duties: ['promisedCall'],
} as const satisfies Card<ContactState, keyof typeof may>;
