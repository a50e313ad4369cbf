import { sql } from 'drizzle-orm';
import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, id, json, moment, words } from '../../database/columns/columns.ts';

/** Tell the entries of who looked from those of what changed; written as in the indexes, or they are not used. */
export const isLook = sql.raw("subject_kind = 'look'");
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
    index('audit_entries_subject').on(table.subjectKind, table.subjectId, table.sequence),
    index('audit_entries_kind').on(table.subjectKind, table.sequence),
    index('audit_entries_person').on(table.personId, table.sequence),
    // Who works all day, or a program that asks for every record, looks far more often than they change anything.
    index('audit_entries_changes').on(table.sequence).where(isNoLook),
    index('audit_entries_changes_person').on(table.personId, table.sequence).where(isNoLook),
    index('audit_entries_looks_person').on(table.personId, table.sequence).where(isLook),
  ],
);
