import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, id, moment, words } from '../database/columns/columns.ts';

/** The last number given out, per kind of document and period. */
export const numberSeries = sqliteTable(
  'number_series',
  {
    kind: words('kind').notNull(),
    period: words('period').notNull(),
    lastNumber: count('last_number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.period] })],
);

/** Final numbers whose document was voided, so that no number is missing without a word. */
export const voidedNumbers = sqliteTable('voided_numbers', {
  number: words('number').primaryKey(),
  documentKind: words('document_kind').notNull(),
  documentId: id('document_id').notNull(),
  reason: words('reason').notNull(),
  personId: id<'person'>('person_id'),
  at: moment('at').notNull(),
});
