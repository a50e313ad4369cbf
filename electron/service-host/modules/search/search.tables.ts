import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, id, words } from '../../database/columns/columns.ts';
import { searchKinds } from '#shared/nouns/index.ts';

/** What the one search field finds. `text` is the normalised text that a hit is checked against. */
export const searchEntries = sqliteTable(
  'search_entries',
  {
    key: count('key').primaryKey(),
    kind: choice('kind', searchKinds).notNull(),
    subjectId: id('subject_id').notNull(),
    title: words('title').notNull(),
    subtitle: words('subtitle').notNull(),
    text: words('text').notNull(),
    /** Which version of the program's rules made `text`. */
    form: count('form').notNull(),
  },
  (table) => [
    uniqueIndex('search_entries_subject').on(table.subjectId),
    index('search_entries_form').on(table.form, table.key),
    index('search_entries_kind').on(table.kind, table.key),
  ],
);
