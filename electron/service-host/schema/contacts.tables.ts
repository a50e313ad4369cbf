import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  categories,
  contactDirections,
  contactKinds,
  faultGroups,
  urgencies,
} from '#shared/domain/states.ts';
import { contactStates } from '#shared/nouns/contact.card.ts';
import type { MadeRecord } from '#shared/domain/made-records.ts';
import { choice, count, day, id, json, moment, words } from '../database/columns/columns.ts';
import { cases } from './cases.tables.ts';
import { contactPersons, customers } from './customers.tables.ts';
import { units } from './units.tables.ts';

/** The register of calls and letters: one running list, nothing ever deleted from it. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: id<'contact'>('id').primaryKey(),
    number: words('number').notNull(),
    kind: choice('kind', contactKinds).notNull(),
    direction: choice('direction', contactDirections).notNull(),
    state: choice('state', contactStates).notNull(),
    at: moment('at').notNull(),
    receivedDay: day('received_day'),
    senderReference: words('sender_reference').notNull(),
    telephone: words('telephone').notNull(),
    callerName: words('caller_name').notNull(),
    customerId: id<'customer'>('customer_id').references(() => customers.id),
    contactPersonId: id<'contactPerson'>('contact_person_id').references(() => contactPersons.id),
    unitId: id<'unit'>('unit_id').references(() => units.id),
    mileageKm: count('mileage_km'),
    operatingHours: count('operating_hours'),
    category: choice('category', categories).notNull(),
    faultGroup: choice('fault_group', faultGroups),
    urgency: choice('urgency', urgencies).notNull(),
    summary: words('summary').notNull(),
    answer: words('answer').notNull(),
    nextCallAt: moment('next_call_at'),
    caseId: id<'case'>('case_id').references(() => cases.id),
    voidReason: words('void_reason').notNull(),
    /** Records that came into the books by this contact. */
    made: json<readonly MadeRecord[]>('made').notNull(),
    personId: id<'person'>('person_id'),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('contacts_number').on(table.number),
    index('contacts_at').on(table.at, table.id),
    index('contacts_state').on(table.state, table.at, table.id),
    index('contacts_kind').on(table.kind, table.at, table.id),
    index('contacts_customer').on(table.customerId, table.at),
    index('contacts_unit').on(table.unitId, table.at),
    index('contacts_case').on(table.caseId, table.at),
  ],
);
