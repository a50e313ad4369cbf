import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choice, count, id, words } from '../database/columns/columns.ts';
import { searchKinds } from '#shared/nouns/index.ts';
import { namedKinds } from '#shared/nouns/named-kinds.ts';

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

/** Records under a new name, of which those that name them have not been noted in `searchStale` yet. */
export const searchRenames = sqliteTable('search_renames', {
  subjectId: id('subject_id').primaryKey(),
  kind: choice('kind', namedKinds).notNull(),
});

/** Records whose entry still has the old name of another record. */
export const searchStale = sqliteTable('search_stale', {
  subjectId: id('subject_id').primaryKey(),
  kind: choice('kind', searchKinds).notNull(),
});
