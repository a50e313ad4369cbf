import { sql } from 'drizzle-orm';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, day, id, json, moment, words } from '../database/columns/columns.ts';

/** Tells the entries of what changed from those of who looked; written as in the indexes, or they are not used. */
export const isNoLook = sql.raw("subject_kind <> 'look'");

/** The audit trail: one row per act, each carrying the hash of the row before it. Only ever grows. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    sequence: count('sequence').primaryKey(),
    at: moment('at').notNull(),
    personId: id<'person'>('person_id'),
    personName: words('person_name').notNull(),
    act: words('act').notNull(),
    subjectKind: words('subject_kind').notNull(),
    subjectId: id('subject_id').notNull(),
    before: json<unknown>('before').notNull(),
    after: json<unknown>('after').notNull(),
    previousHash: words('previous_hash').notNull(),
    hash: words('hash').notNull(),
  },
  (table) => [
    index('audit_entries_subject').on(table.subjectId, table.subjectKind, table.sequence),
    index('audit_entries_kind').on(table.subjectKind, table.sequence),
    index('audit_entries_person').on(table.personId, table.sequence),
    // Who works all day, or a program that asks for every record, looks far more often than they change anything.
    index('audit_entries_changes').on(table.sequence).where(isNoLook),
    index('audit_entries_changes_person').on(table.personId, table.sequence).where(isNoLook),
    index('audit_entries_person_kind').on(table.personId, table.subjectKind, table.sequence),
  ],
);

/**
 * The entries with which another day begins in the order of the trail, and which day that is: one a day, and two more when
 * the clock was put back over midnight and came on again. Days are found by it, in that order, without an index of moments.
 */
export const auditDays = sqliteTable('audit_days', {
  sequence: count('sequence').primaryKey(),
  day: day('day').notNull(),
  /** The day of the entry before; empty for the first. */
  dayBefore: day('day_before').notNull(),
});
