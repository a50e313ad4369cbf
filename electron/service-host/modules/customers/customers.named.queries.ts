import { inArray } from 'drizzle-orm';
import { calling } from '../../database/named.ts';
import { contactPersons, customers } from '../../schema/customers.tables.ts';

/** A customer as other records name them. */
export interface CustomerName {
  readonly name: string;
  readonly address: string;
}

/** The customers with these ids. */
export const customersNamed = calling<CustomerName>('customers.named', { name: '', address: '' }, (db, ids) =>
  db
    .select({ id: customers.id, name: customers.name, address: customers.address })
    .from(customers)
    .where(inArray(customers.id, ids)),
);

/** The people of customers with these ids. */
export const contactPersonsNamed = calling<{ readonly name: string }>(
  'contactPersons.named',
  { name: '' },
  (db, ids) =>
    db
      .select({ id: contactPersons.id, name: contactPersons.name })
      .from(contactPersons)
      .where(inArray(contactPersons.id, ids)),
);
