import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { categories, faultGroups, urgencies } from '#shared/domain/states.ts';
import { caseStates } from '#shared/nouns/case.card.ts';
import { choice, count, id, moment, words } from '../database/columns/columns.ts';
import { contactPersons, customers } from './customers.tables.ts';
import { people } from './people.tables.ts';
import { units } from './units.tables.ts';
import { warrantyPolicies } from './warranty.tables.ts';

/** One problem of one customer, from the first contact to the confirmed closing. */
export const cases = sqliteTable(
  'cases',
  {
    id: id<'case'>('id').primaryKey(),
    number: words('number').notNull(),
    state: choice('state', caseStates).notNull(),
    customerId: id<'customer'>('customer_id')
      .notNull()
      .references(() => customers.id),
    contactPersonId: id<'contactPerson'>('contact_person_id').references(() => contactPersons.id),
    unitId: id<'unit'>('unit_id').references(() => units.id),
    category: choice('category', categories).notNull(),
    faultGroup: choice('fault_group', faultGroups),
    urgency: choice('urgency', urgencies).notNull(),
    symptom: words('symptom').notNull(),
    ownerId: id<'person'>('owner_id').references(() => people.id),
    /** The policy the case was opened under; it keeps it. */
    policyId: id<'warrantyPolicy'>('policy_id').references(() => warrantyPolicies.id),
    openedAt: moment('opened_at').notNull(),
    resolvedAt: moment('resolved_at'),
    closedAt: moment('closed_at'),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('cases_number').on(table.number),
    index('cases_opened').on(table.openedAt, table.id),
    index('cases_state').on(table.state, table.openedAt, table.id),
    index('cases_owner').on(table.ownerId, table.openedAt, table.id),
    index('cases_customer').on(table.customerId, table.openedAt),
    index('cases_unit').on(table.unitId, table.openedAt),
  ],
);

/** What happened to a case, in the order of time: its whole story on one page. */
export const caseEvents = sqliteTable(
  'case_events',
  {
    id: id<'caseEvent'>('id').primaryKey(),
    caseId: id<'case'>('case_id')
      .notNull()
      .references(() => cases.id),
    at: moment('at').notNull(),
    kind: words('kind').notNull(),
    /** Free words of a person; what the program has to say follows from kind and document. */
    text: words('text').notNull(),
    documentKind: words('document_kind').notNull(),
    documentId: id('document_id'),
    documentNumber: words('document_number').notNull(),
    personId: id<'person'>('person_id'),
    personName: words('person_name').notNull(),
  },
  (table) => [index('case_events_case').on(table.caseId, table.at, table.id)],
);
