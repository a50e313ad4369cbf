import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { customers } from '../../schema/customers.tables.ts';
import { digitsOf } from '../customers/customers.telephones.rules.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { units } from '../../schema/units.tables.ts';
import { contacts } from '../../schema/contacts.tables.ts';

/** How much of a long summary the search knows. */
const charactersFound = 200;

/** Makes a contact findable by number, telephone, caller, customer, unit, reference and words, or brings it up to date. */
export async function indexContact(tx: WriteTx, contactId: string): Promise<void> {
  const [row] = await tx.run(findTexts, { id: contactId });
  if (!row) return;
  const { number, telephone, callerName, senderReference } = row;
  const customerName = row.customerName ?? '';
  const plate = row.plate ?? '';
  const summary = Array.from(row.summary).slice(0, charactersFound).join('');
  const who = [callerName, customerName || telephone].filter((text) => text !== '').join(' ');
  await indexForSearch(tx, {
    kind: 'contact',
    subjectId: contactId,
    title: number,
    subtitle: [who, summary].filter((text) => text !== '').join(' · '),
    texts: [
      number,
      telephone,
      digitsOf(telephone),
      callerName,
      senderReference,
      customerName,
      plate,
      row.serialNumber ?? '',
      summary,
    ],
  });
}

const findTexts = statement('contacts.findTexts', (db) =>
  db
    .select({
      number: contacts.number,
      telephone: contacts.telephone,
      callerName: contacts.callerName,
      senderReference: contacts.senderReference,
      summary: contacts.summary,
      customerName: customers.name,
      plate: units.plate,
      serialNumber: units.serialNumber,
    })
    .from(contacts)
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .leftJoin(units, eq(units.id, contacts.unitId))
    .where(eq(contacts.id, given('id'))),
);
