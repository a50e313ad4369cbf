import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { paperKinds } from '#shared/nouns/index.ts';
import { choice, count, flag, id, moment, words } from '../database/columns/columns.ts';
import { attachments } from './attachments.tables.ts';

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

/**
 * What a counted print says: its whole definition from the moment it was counted, and the PDF from the moment it was
 * first handed out. Whatever becomes of the document or of the program, the print comes back as these bytes.
 */
export const printedPapers = sqliteTable('printed_papers', {
  printId: id<'print'>('print_id')
    .primaryKey()
    .references(() => prints.id),
  fileName: words('file_name').notNull(),
  /** The definition without the logo, as packDefinition packs it. */
  packedDefinition: words('packed_definition').notNull(),
  /** Hash of what the document said in the language of the print; a reprint tells by it whether the content changed. */
  dataHash: words('data_hash').notNull(),
  logoAttachmentId: id<'attachment'>('logo_attachment_id').references(() => attachments.id),
  /** The PDF in the store of attachments; null until it was handed out for the first time. */
  pdfAttachmentId: id<'attachment'>('pdf_attachment_id').references(() => attachments.id),
  /** The characters that no font has, one after the other. */
  missingCharacters: words('missing_characters').notNull(),
});
