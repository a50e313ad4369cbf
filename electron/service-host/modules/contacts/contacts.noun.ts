import { contactsList } from '#shared/lists/contacts.list.ts';
import { toldSheet } from '../../desks/lists/told-sheet.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { contactRecord } from './contacts.paper.ts';
import { listContacts } from './contacts.queries.ts';
import { indexContact } from './contacts.search.service.ts';
import { contactsOfCase } from './contacts.case-documents.queries.ts';
import { promisedCall } from './contacts.duties.ts';

/** The contact, as the desks know it. */
export const contactNoun = {
  papers: { 'contact-record': contactRecord },
  sheets: { 'contacts.exportList': toldSheet(contactsList, listContacts) },
  naming: {
    table: contacts,
    names: { customer: contacts.customerId, unit: contacts.unitId },
    index: indexContact,
  },
  caseDocuments: contactsOfCase,
  duties: { promisedCall },
} as const;
