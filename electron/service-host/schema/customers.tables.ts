import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { customerKinds, distanceClasses, importances } from '#shared/domain/states.ts';
import { choice, count, flag, id, moment, words } from '../database/columns/columns.ts';

/** Firms and private persons. */
export const customers = sqliteTable(
  'customers',
  {
    id: id<'customer'>('id').primaryKey(),
    kind: choice('kind', customerKinds).notNull(),
    name: words('name').notNull(),
    distanceClass: choice('distance_class', distanceClasses).notNull(),
    distanceKm: count('distance_km'),
    importance: choice('importance', importances).notNull(),
    region: words('region').notNull(),
    address: words('address').notNull(),
    notes: words('notes').notNull(),
    active: flag('active').notNull(),
    createdAt: moment('created_at').notNull(),
    version: count('version').notNull(),
    /** What lists are sorted by: the name by pinyin. */
    sortName: words('sort_name').notNull(),
  },
  (table) => [
    index('customers_sort_name').on(table.sortName, table.id),
    index('customers_created').on(table.createdAt, table.id),
  ],
);

/** The people of a customer. */
export const contactPersons = sqliteTable(
  'contact_persons',
  {
    id: id<'contactPerson'>('id').primaryKey(),
    customerId: id<'customer'>('customer_id')
      .notNull()
      .references(() => customers.id),
    name: words('name').notNull(),
    position: words('position').notNull(),
    notes: words('notes').notNull(),
    active: flag('active').notNull(),
    /** The version that an editor must name. */
    version: count('version')
      .notNull()
      .$defaultFn(() => 1),
  },
  (table) => [index('contact_persons_customer').on(table.customerId)],
);

/** Telephone numbers, digits alone, each of a customer and perhaps of a person there. */
export const telephones = sqliteTable(
  'telephones',
  {
    id: id<'telephone'>('id').primaryKey(),
    customerId: id<'customer'>('customer_id')
      .notNull()
      .references(() => customers.id),
    contactPersonId: id<'contactPerson'>('contact_person_id').references(() => contactPersons.id),
    digits: words('digits').notNull(),
    shown: words('shown').notNull(),
    /** Orders the numbers of a customer, and those of each person, as they were written down. */
    position: count('position').notNull(),
  },
  (table) => [index('telephones_digits').on(table.digits), index('telephones_customer').on(table.customerId)],
);
