import type { ContactRow } from '../contract/contacts.contract.ts';
import { list } from './list.ts';

/** The register of calls and letters; a voided one stands in it with its reason. */
export const contactsList = list<ContactRow, 'at'>('contact', {
  at: { width: 100, sort: true },
  number: { width: 124 },
  kind: { width: 68, widthInEnglish: 84, words: 'contactKind', alsoShows: ['direction'] },
  direction: { width: 60, hidden: true, words: 'contactDirection' },
  state: { width: 78, widthInEnglish: 112 },
  callerName: { width: 76 },
  telephone: { width: 124, hidden: true },
  customerName: { grow: 2, width: 118, alsoShows: ['telephone'] },
  unitPlate: { width: 100, hidden: true },
  summary: { grow: 3, width: 130 },
  category: { width: 70, hidden: true, words: 'category' },
  urgency: { width: 84, hidden: true, words: 'urgency' },
  caseNumber: { width: 128, hidden: true },
  nextCallAt: { width: 100, hidden: true },
  personName: { width: 72, hidden: true },
  answer: { width: 280, only: 'file' },
  senderReference: { only: 'file' },
  receivedDay: { only: 'file' },
  voidReason: { width: 210, only: 'file' },
});
