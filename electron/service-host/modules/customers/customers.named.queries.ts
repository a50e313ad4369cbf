import type { ReadTx } from '../../database/database.ts';
import { namesOf, type Names } from '../../database/named.ts';
import { among } from '../../database/read-page.ts';
import { contactPersons, customers } from '../../schema/customers.tables.ts';

/** A customer as other records name them. */
export interface CustomerName {
  readonly name: string;
  readonly address: string;
}

/** The customers with these ids. */
export function customersNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<CustomerName>> {
  return namesOf<CustomerName>(
    ids,
    (some) =>
      tx.db
        .select({ id: customers.id, name: customers.name, address: customers.address })
        .from(customers)
        .where(among(customers.id, some)),
    { name: '', address: '' },
  );
}

/** The people of customers with these ids. */
export function contactPersonsNamed(
  tx: ReadTx,
  ids: readonly (string | null | undefined)[],
): Promise<Names<{ readonly name: string }>> {
  return namesOf<{ readonly name: string }>(
    ids,
    (some) =>
      tx.db
        .select({ id: contactPersons.id, name: contactPersons.name })
        .from(contactPersons)
        .where(among(contactPersons.id, some)),
    { name: '' },
  );
}
