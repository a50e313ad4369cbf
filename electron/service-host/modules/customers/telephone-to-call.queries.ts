import { asc, eq } from 'drizzle-orm';
import type { ReadTx } from '../../database/database.ts';
import { contacts } from '../../schema/contacts.tables.ts';
import { telephones } from '../../schema/customers.tables.ts';

/** The number the case came in by, or else the first one known of the person or the customer. */
export async function telephoneToCall(
  tx: ReadTx,
  { caseId, customerId, personId }: Readonly<Record<'caseId' | 'customerId' | 'personId', string | null>>,
): Promise<string> {
  const [contact] =
    caseId === null
      ? []
      : await tx.db
          .select({ telephone: contacts.telephone })
          .from(contacts)
          .where(eq(contacts.caseId, caseId))
          .orderBy(asc(contacts.at))
          .limit(1);
  if (contact && contact.telephone !== '') return contact.telephone;
  if (customerId === null) return '';
  const known = await tx.db
    .select()
    .from(telephones)
    .where(eq(telephones.customerId, customerId))
    .orderBy(asc(telephones.position), asc(telephones.id));
  return (known.find((one) => one.contactPersonId === personId) ?? known[0])?.shown ?? '';
}
