import { sql } from 'drizzle-orm';
import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { toolStates } from '#shared/nouns/tool.card.ts';
import { checkResults, loanEnds } from '#shared/domain/tool-course.ts';
import { choice, count, day, id, moment, money, words } from '../database/columns/columns.ts';
import { cases } from './cases.tables.ts';
import { people } from './people.tables.ts';

/** Tools of the workshop. Holder and due days of a loan stand on the tool, so that the list of what is due is one index. */
export const tools = sqliteTable(
  'tools',
  {
    id: id<'tool'>('id').primaryKey(),
    number: words('number').notNull(),
    /** The number as it is compared with others. */
    numberKey: words('number_key').notNull(),
    name: words('name').notNull(),
    category: words('category').notNull(),
    state: choice('state', toolStates).notNull(),
    keeperId: id<'person'>('keeper_id').references(() => people.id),
    /** Zero for a tool that is never checked. */
    checkIntervalDays: count('check_interval_days').notNull(),
    lastCheckDay: day('last_check_day'),
    /** Null while nobody can be asked to check it. */
    nextCheckDay: day('next_check_day'),
    purchaseDay: day('purchase_day'),
    valueFen: money('value_fen').notNull(),
    notes: words('notes').notNull(),
    holderId: id<'person'>('holder_id').references(() => people.id),
    dueBackDay: day('due_back_day'),
    /** Why it is lost or out of use. */
    stateReason: words('state_reason').notNull(),
    chargeFen: money('charge_fen'),
    /** Set while somebody asks a leader to let the tool be lost. */
    loseAskedBy: id<'person'>('lose_asked_by').references(() => people.id),
    loseAskedAt: moment('lose_asked_at'),
    loseAskReason: words('lose_ask_reason'),
    loseAskChargeFen: money('lose_ask_charge_fen'),
    createdAt: moment('created_at').notNull(),
    version: count('version').notNull(),
  },
  (table) => [
    uniqueIndex('tools_number_key').on(table.numberKey),
    index('tools_number').on(table.number, table.id),
    index('tools_created').on(table.createdAt, table.id),
    index('tools_due_back').on(table.dueBackDay, table.id),
    index('tools_next_check').on(table.nextCheckDay, table.id),
    index('tools_holder').on(table.holderId, table.number, table.id),
    index('tools_lose_asked').on(table.loseAskedAt, table.id).where(sql.raw('lose_asked_at IS NOT NULL')),
  ],
);

/** Who had a tool from when until when. */
export const toolLoans = sqliteTable(
  'tool_loans',
  {
    id: id<'toolLoan'>('id').primaryKey(),
    toolId: id<'tool'>('tool_id')
      .notNull()
      .references(() => tools.id),
    ordinal: count('ordinal').notNull(),
    personId: id<'person'>('person_id')
      .notNull()
      .references(() => people.id),
    caseId: id<'case'>('case_id').references(() => cases.id),
    dueBackDay: day('due_back_day').notNull(),
    notes: words('notes').notNull(),
    lentAt: moment('lent_at').notNull(),
    lentBy: id<'person'>('lent_by').references(() => people.id),
    endedAt: moment('ended_at'),
    endedBy: id<'person'>('ended_by').references(() => people.id),
    loanEnd: choice('loan_end', loanEnds),
    endRemark: words('end_remark').notNull(),
  },
  (table) => [
    uniqueIndex('tool_loans_ordinal').on(table.toolId, table.ordinal),
    // Whatever the services do, no tool is lent twice at once.
    uniqueIndex('tool_loans_open')
      .on(table.toolId)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** What a check of a tool showed. */
export const toolChecks = sqliteTable(
  'tool_checks',
  {
    id: id<'toolCheck'>('id').primaryKey(),
    toolId: id<'tool'>('tool_id')
      .notNull()
      .references(() => tools.id),
    day: day('day').notNull(),
    checkResult: choice('check_result', checkResults).notNull(),
    remark: words('remark').notNull(),
    personId: id<'person'>('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [index('tool_checks_tool').on(table.toolId, table.day, table.id)],
);
