import { sql } from 'drizzle-orm';
import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { oldPartStates } from '#shared/nouns/old-part.card.ts';
import { choice, count, day, id, moment, quantity, words } from '../database/columns/columns.ts';
import { cases } from './cases.tables.ts';
import { parts } from './parts.tables.ts';
import { people } from './people.tables.ts';
import { issueLines, requisitions } from './requisitions.tables.ts';
import { stockAccounts } from './stock.tables.ts';
import { units } from './units.tables.ts';

/** Replaced parts that must come back, each under the number on its tag. */
export const oldParts = sqliteTable(
  'old_parts',
  {
    id: id<'oldPart'>('id').primaryKey(),
    number: words('number').notNull(),
    state: choice('state', oldPartStates).notNull(),
    requisitionId: id<'requisition'>('requisition_id')
      .notNull()
      .references(() => requisitions.id),
    issueLineId: id<'issueLine'>('issue_line_id')
      .notNull()
      .references(() => issueLines.id),
    caseId: id<'case'>('case_id').references(() => cases.id),
    unitId: id<'unit'>('unit_id').references(() => units.id),
    partId: id<'part'>('part_id')
      .notNull()
      .references(() => parts.id),
    holderAccountId: id<'stockAccount'>('holder_account_id')
      .notNull()
      .references(() => stockAccounts.id),
    quantity: quantity('quantity').notNull(),
    fault: words('fault').notNull(),
    dueDay: day('due_day').notNull(),
    createdAt: moment('created_at').notNull(),
    receivedAt: moment('received_at'),
    receivedBy: id<'person'>('received_by').references(() => people.id),
    storeAccountId: id<'stockAccount'>('store_account_id').references(() => stockAccounts.id),
    /** Set while somebody asks a leader to let the part stay away. */
    waiveAskedBy: id<'person'>('waive_asked_by').references(() => people.id),
    waiveAskedAt: moment('waive_asked_at'),
    waiveAskReason: words('waive_ask_reason'),
    waivedAt: moment('waived_at'),
    waivedBy: id<'person'>('waived_by').references(() => people.id),
    waiveReason: words('waive_reason').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('old_parts_number').on(table.number),
    index('old_parts_state').on(table.state, table.dueDay, table.id),
    index('old_parts_state_created').on(table.state, table.createdAt, table.id),
    index('old_parts_due').on(table.dueDay, table.id),
    index('old_parts_created').on(table.createdAt, table.id),
    index('old_parts_issue_line').on(table.issueLineId),
    index('old_parts_case').on(table.caseId),
    index('old_parts_waive_asked').on(table.waiveAskedAt).where(sql.raw('waive_asked_at IS NOT NULL')),
  ],
);
