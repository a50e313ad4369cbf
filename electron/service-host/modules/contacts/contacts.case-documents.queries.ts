import { asc, eq } from 'drizzle-orm';
import { given, statement } from '../../database/statement.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import type { DocumentsOfCase } from '../relations/case-documents.queries.ts';

const findContacts = statement('contacts.ofCase', (db) =>
  db
    .select({ id: contacts.id, number: contacts.number, state: contacts.state, at: contacts.at })
    .from(contacts)
    .where(eq(contacts.caseId, given('caseId')))
    .orderBy(asc(contacts.at)),
);

/** The contacts about a case. */
export const contactsOfCase = {
  of: (tx, caseId) => tx.run(findContacts, { caseId }),
} satisfies DocumentsOfCase;
