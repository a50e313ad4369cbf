import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../database/database.ts';
import { given, statement } from '../../database/statement.ts';
import { customersNamed } from '../customers/customers.named.queries.ts';
import { digitsOf } from '../customers/customers.telephones.rules.ts';
import { indexForSearch } from '../../desks/search/search.service.ts';
import { unitsNamed } from '../units/units.named.queries.ts';
import { contacts } from '../../schema/contacts.tables.ts';

/** How much of a long summary the search knows. */
const charactersFound = 200;

/** Makes a contact findable by number, telephone, caller, customer, unit, reference and words, or brings it up to date. */
export async function indexContact(tx: WriteTx, contactId: string): Promise<void> {
  const [row] = await tx.run(findTexts, { id: contactId });
  if (!row) return;
  const { number, telephone, callerName, senderReference } = row;
  const { name: customerName } = (await customersNamed(tx, [row.customerId]))(row.customerId);
  const { plate, serialNumber } = (await unitsNamed(tx, [row.unitId]))(row.unitId);
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
      serialNumber,
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
      customerId: contacts.customerId,
      unitId: contacts.unitId,
    })
    .from(contacts)
    .where(eq(contacts.id, given('id'))),
);
