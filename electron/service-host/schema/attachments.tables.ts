import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { choice, count, id, moment, words } from '../database/columns/columns.ts';

/** What an attachment is good for. */
export const attachmentPurposes = ['scan', 'photo', 'recording', 'logo', 'other'] as const;

/** Pictures, scans and recordings; the content lies beside the database, named by its hash. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: id<'attachment'>('id').primaryKey(),
    subjectKind: words('subject_kind').notNull(),
    subjectId: id('subject_id').notNull(),
    purpose: choice('purpose', attachmentPurposes).notNull(),
    fileName: words('file_name').notNull(),
    mediaType: words('media_type').notNull(),
    sizeBytes: count('size_bytes').notNull(),
    sha256: words('sha256').notNull(),
    addedBy: id<'person'>('added_by'),
    addedAt: moment('added_at').notNull(),
    voidedAt: moment('voided_at'),
    voidReason: words('void_reason').notNull(),
  },
  (table) => [index('attachments_subject').on(table.subjectKind, table.subjectId)],
);
