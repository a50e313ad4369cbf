import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { paperKinds } from '#shared/domain/states.ts';
import { choice, count, flag, id, moment, words } from '../../database/columns/columns.ts';

/** Every print of every paper, and every print that was refused. Only ever grows. */
export const prints = sqliteTable(
  'prints',
  {
    id: id<'print'>('id').primaryKey(),
    paperKind: choice('paper_kind', paperKinds).notNull(),
    documentId: id('document_id').notNull(),
    documentNumber: words('document_number').notNull(),
    /** 1 for the first print of this document, then 2, 3, …; 0 when it was refused. */
    ordinal: count('ordinal').notNull(),
    refused: flag('refused').notNull(),
    refusedBecause: words('refused_because').notNull(),
    contentHash: words('content_hash').notNull(),
    language: words('language').notNull(),
    personId: id<'person'>('person_id'),
    personName: words('person_name').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('prints_document').on(table.documentId, table.paperKind, table.at)],
);
